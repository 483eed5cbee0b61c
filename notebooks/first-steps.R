# First steps in R: load a dataset, a timeline of contacts, who claims what, an event traced to its sentence.
#
#     Rscript first-steps.R [DATASET_DIR]
#
# Needs R alone for the CSV tables and jsonlite for the JSONL ones, which hold the texts and real lists.

arguments <- commandArgs(trailingOnly = TRUE)
dataset <- if (length(arguments) > 0) arguments[1] else "../datasets/syria-diplomacy/dist"

# The data package says what type each column has; CSV alone does not.
package <- jsonlite::fromJSON(file.path(dataset, "datapackage.json"), simplifyVector = FALSE)
classes <- c(
  string = "character", integer = "integer", number = "numeric", boolean = "logical",
  date = "Date", datetime = "character", array = "character"
)

read_table <- function(name) {
  resource <- Filter(function(resource) resource$name == name, package$resources)[[1]]
  types <- vapply(resource$schema$fields, function(field) field$type, "")
  read.csv(file.path(dataset, resource$path), na.strings = "", encoding = "UTF-8", colClasses = unname(classes[types]))
}

events <- read_table("events")
mentions <- read_table("event_mentions")
claims <- read_table("claims")
cat(nrow(events), "events in", nrow(mentions), "reports\n\n")

# Contacts that took place on a day that is known, by year.
contacts <- subset(events, type == "CONSULT" & status == "actual" & earliest == latest)
cat("Contacts by year\n")
print(table(format(contacts$earliest, "%Y")))
if (interactive()) barplot(table(format(contacts$earliest, "%Y-%m")), las = 2, ylab = "contacts")

# Who asserts or denies what.
cat("\nClaims\n")
said <- merge(claims, mentions[c("event_mention_id", "type")], by = "event_mention_id")
said <- said[!is.na(said$text), ]
counts <- sort(table(paste(said$text, said$stance, said$type, sep = " | ")), decreasing = TRUE)
print(head(counts, 8))

# The event with the most independent reports, and the words that say it. Offsets start at 0 and leave the end out; R's
# substring starts at 1 and takes it in.
documents <- jsonlite::stream_in(file(file.path(dataset, "jsonl/documents.jsonl"), encoding = "UTF-8"), verbose = FALSE)
event <- events[order(-events$n_independent, -events$n_mentions, events$event_id), ][1, ]
cat("\n", event$type, " ", format(event$earliest), " at ", event$place, "\n", sep = "")
for (row in which(mentions$event_id == event$event_id)) {
  report <- mentions[row, ]
  page <- documents[documents$doc_id == report$doc_id, ]
  evidence <- substring(page$text, report$evidence_start + 1, report$evidence_end)
  cat("- ", page$publisher, ": ", evidence, "\n", sep = "")
  stopifnot(identical(enc2utf8(evidence), enc2utf8(report$evidence)))
}
