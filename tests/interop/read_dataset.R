# Reads every table of a dataset folder with R, CSV with base R and JSONL with jsonlite, and compares rows, nulls and
# code-point offsets with DIR/truth.json where the dataset has it, else CSV with JSONL.
#
#     Rscript read_dataset.R DIR [DIR ...]

passed <- 0
failed <- 0

check <- function(what, ok, detail = "") {
  if (isTRUE(ok)) {
    passed <<- passed + 1
  } else {
    failed <<- failed + 1
    cat("FAILED ", what, ": ", substr(paste(detail, collapse = " "), 1, 400), "\n", sep = "")
  }
}

classes <- c(
  string = "character", integer = "integer", number = "numeric", boolean = "logical",
  date = "Date", datetime = "character", array = "character"
)

read_csv <- function(path, kinds) {
  read.csv(path, na.strings = "", encoding = "UTF-8", colClasses = unname(classes[kinds]), check.names = FALSE)
}

read_jsonl <- function(path) jsonlite::stream_in(file(path, encoding = "UTF-8"), verbose = FALSE)

# A column as text, NA where there is nothing: what every reader can be compared in. Base R takes the empty string of a
# CSV file for missing, quoted or not, and reads a carriage return within a field as LF.
as_text <- function(column, kind, from_csv) {
  text <- switch(kind,
    array = vapply(column, function(value) {
      if (is.character(value) && length(value) == 1 && startsWith(value, "[")) value <- jsonlite::fromJSON(value)
      paste(c(length(value), unlist(value)), collapse = "\u241f")
    }, "", USE.NAMES = FALSE),
    date = format(as.Date(column)),
    boolean = as.character(as.logical(column)),
    integer = as.character(as.integer(column)),
    number = format(as.numeric(column), digits = 15, trim = TRUE),
    as.character(column)
  )
  text[is.na(column) & kind != "array"] <- NA
  if (from_csv) text <- gsub("\r\n?", "\n", text)
  if (from_csv) text[!is.na(text) & text == ""] <- NA
  text
}

compare <- function(what, actual, wanted, kinds, from_csv = FALSE) {
  check(paste(what, "rows"), nrow(actual) == nrow(wanted), paste(nrow(actual), "for", nrow(wanted)))
  if (nrow(actual) != nrow(wanted) || nrow(wanted) == 0) return(invisible())
  for (name in names(kinds)) {
    one <- as_text(actual[[name]], kinds[[name]], from_csv)
    other <- as_text(wanted[[name]], kinds[[name]], from_csv)
    different <- which(is.na(one) != is.na(other) | (!is.na(one) & !is.na(other) & one != other))
    check(
      paste(what, name), length(different) == 0,
      paste0("row ", different[1], ": ", one[different[1]], " for ", other[different[1]])
    )
  }
}

check_offsets <- function(folder, table, rows, documents) {
  if (!all(c("doc_id", "start_char", "end_char", "text") %in% names(rows))) return(invisible())
  rows <- rows[!is.na(rows$start_char) & !is.na(rows$text), ]
  texts <- documents$text[match(rows$doc_id, documents$doc_id)]
  words <- substring(texts, rows$start_char + 1, rows$end_char)
  wrong <- which(!is.na(texts) & words != rows$text)
  check(paste(folder, table, "offsets in R"), length(wrong) == 0, rows$text[wrong[1]])
}

for (folder in commandArgs(trailingOnly = TRUE)) {
  package <- jsonlite::fromJSON(file.path(folder, "datapackage.json"), simplifyVector = FALSE)
  resources <- Filter(function(resource) resource$format %in% c("csv", "jsonl"), package$resources)
  truth_file <- file.path(folder, "truth.json")
  truth <- if (file.exists(truth_file)) jsonlite::fromJSON(truth_file) else NULL
  documents <- read_jsonl(file.path(folder, "jsonl/documents.jsonl"))
  for (resource in resources) {
    table <- sub("-jsonl$", "", resource$name)
    what <- paste(basename(folder), table, resource$format, "R")
    kinds <- vapply(resource$schema$fields, function(field) field$type, "")
    names(kinds) <- vapply(resource$schema$fields, function(field) field$name, "")
    tryCatch(
      {
        path <- file.path(folder, resource$path)
        wanted <- if (is.null(truth)) read_jsonl(file.path(folder, "jsonl", paste0(table, ".jsonl"))) else truth[[table]]
        if (!is.data.frame(wanted)) wanted <- data.frame()
        if (resource$format == "csv") {
          compare(what, read_csv(path, kinds), wanted, kinds, from_csv = TRUE)
        } else {
          rows <- read_jsonl(path)
          compare(what, rows, wanted, kinds)
          check_offsets(basename(folder), table, rows, documents)
        }
      },
      error = function(error) check(what, FALSE, conditionMessage(error))
    )
  }
}

cat(passed, " passed, ", failed, " failed\n", sep = "")
quit(status = if (failed > 0) 1 else 0)
