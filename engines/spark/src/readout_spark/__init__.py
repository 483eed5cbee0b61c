"""Readout on Apache Spark: the rows of `readout build`, from as many machines as there are."""

from .build import Build, build
from .processes import Readout

__all__ = ["Build", "Readout", "build"]
