document.title = "Readout";
