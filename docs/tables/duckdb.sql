CREATE TABLE "documents" (
  "doc_id" VARCHAR NOT NULL,
  "source" VARCHAR NOT NULL,
  "url" VARCHAR,
  "title" VARCHAR,
  "authors" VARCHAR[] NOT NULL,
  "publisher" VARCHAR,
  "published" DATE,
  "published_at" VARCHAR,
  "published_earliest" DATE,
  "published_latest" DATE,
  "published_basis" VARCHAR NOT NULL,
  "dateline" VARCHAR,
  "language" VARCHAR,
  "duplicate_of" VARCHAR,
  "characters" INTEGER NOT NULL,
  "words" INTEGER NOT NULL,
  "body_words" INTEGER NOT NULL,
  "sha256" VARCHAR NOT NULL,
  "text" VARCHAR,
  PRIMARY KEY ("doc_id")
);

CREATE TABLE "blocks" (
  "doc_id" VARCHAR NOT NULL,
  "block" INTEGER NOT NULL,
  "role" VARCHAR NOT NULL,
  "start_char" INTEGER NOT NULL,
  "end_char" INTEGER NOT NULL,
  "text" VARCHAR,
  PRIMARY KEY ("doc_id", "block")
);

CREATE TABLE "sentences" (
  "doc_id" VARCHAR NOT NULL,
  "sentence" INTEGER NOT NULL,
  "block" INTEGER NOT NULL,
  "start_char" INTEGER NOT NULL,
  "end_char" INTEGER NOT NULL,
  "text" VARCHAR,
  PRIMARY KEY ("doc_id", "sentence")
);

CREATE TABLE "mentions" (
  "doc_id" VARCHAR NOT NULL,
  "mention" INTEGER NOT NULL,
  "sentence" INTEGER,
  "start_char" INTEGER NOT NULL,
  "end_char" INTEGER NOT NULL,
  "text" VARCHAR,
  "type" VARCHAR NOT NULL,
  "form" VARCHAR NOT NULL,
  "role_title" VARCHAR,
  "entity_id" VARCHAR,
  "basis" VARCHAR NOT NULL,
  "score" DOUBLE NOT NULL,
  PRIMARY KEY ("doc_id", "mention")
);

CREATE TABLE "entities" (
  "entity_id" VARCHAR NOT NULL,
  "qid" VARCHAR,
  "name" VARCHAR NOT NULL,
  "type" VARCHAR NOT NULL,
  "country" VARCHAR,
  "aliases" VARCHAR[] NOT NULL,
  "lat" DOUBLE,
  "lon" DOUBLE,
  "n_mentions" INTEGER NOT NULL,
  "n_documents" INTEGER NOT NULL,
  "first_published" DATE,
  "last_published" DATE,
  PRIMARY KEY ("entity_id")
);

CREATE TABLE "times" (
  "doc_id" VARCHAR NOT NULL,
  "time" INTEGER NOT NULL,
  "sentence" INTEGER,
  "start_char" INTEGER NOT NULL,
  "end_char" INTEGER NOT NULL,
  "text" VARCHAR,
  "type" VARCHAR NOT NULL,
  "value" VARCHAR NOT NULL,
  "mod" VARCHAR,
  "quant" VARCHAR,
  "freq" VARCHAR,
  "earliest" DATE,
  "latest" DATE,
  "granularity" VARCHAR,
  "anchor" VARCHAR NOT NULL,
  "anchor_time" INTEGER,
  "basis" VARCHAR NOT NULL,
  "rule" VARCHAR NOT NULL,
  PRIMARY KEY ("doc_id", "time")
);

CREATE TABLE "quotes" (
  "doc_id" VARCHAR NOT NULL,
  "quote" INTEGER NOT NULL,
  "sentence" INTEGER,
  "start_char" INTEGER NOT NULL,
  "end_char" INTEGER NOT NULL,
  "text" VARCHAR,
  "kind" VARCHAR NOT NULL,
  "content_start" INTEGER NOT NULL,
  "content_end" INTEGER NOT NULL,
  "continues" INTEGER,
  "speaker" VARCHAR,
  "speaker_start" INTEGER,
  "speaker_end" INTEGER,
  "speaker_entity_id" VARCHAR,
  "speaker_name" VARCHAR,
  "cue" VARCHAR,
  "cue_start" INTEGER,
  "cue_end" INTEGER,
  "addressee_entity_id" VARCHAR,
  "rule" VARCHAR NOT NULL,
  PRIMARY KEY ("doc_id", "quote")
);

CREATE TABLE "quantities" (
  "doc_id" VARCHAR NOT NULL,
  "quantity" INTEGER NOT NULL,
  "sentence" INTEGER,
  "start_char" INTEGER NOT NULL,
  "end_char" INTEGER NOT NULL,
  "text" VARCHAR,
  "value" DOUBLE,
  "low" DOUBLE,
  "high" DOUBLE,
  "unit" VARCHAR,
  "currency" VARCHAR,
  "counted" VARCHAR,
  "mod" VARCHAR,
  "event_mention_id" VARCHAR,
  "rule" VARCHAR NOT NULL,
  PRIMARY KEY ("doc_id", "quantity")
);

CREATE TABLE "event_mentions" (
  "event_mention_id" VARCHAR NOT NULL,
  "doc_id" VARCHAR NOT NULL,
  "sentence" INTEGER,
  "start_char" INTEGER NOT NULL,
  "end_char" INTEGER NOT NULL,
  "text" VARCHAR,
  "type" VARCHAR NOT NULL,
  "mode" VARCHAR,
  "contexts" VARCHAR[] NOT NULL,
  "cameo_root" INTEGER NOT NULL,
  "quad_class" INTEGER NOT NULL,
  "status" VARCHAR NOT NULL,
  "earliest" DATE,
  "latest" DATE,
  "date_basis" VARCHAR NOT NULL,
  "time" INTEGER,
  "place_entity_id" VARCHAR,
  "place_start" INTEGER,
  "place_end" INTEGER,
  "place" VARCHAR,
  "place_precision" VARCHAR,
  "place_basis" VARCHAR,
  "evidence_start" INTEGER NOT NULL,
  "evidence_end" INTEGER NOT NULL,
  "evidence" VARCHAR,
  "rule" VARCHAR NOT NULL,
  "event_id" VARCHAR NOT NULL,
  PRIMARY KEY ("event_mention_id")
);

CREATE TABLE "participants" (
  "doc_id" VARCHAR NOT NULL,
  "event_mention_id" VARCHAR NOT NULL,
  "participant" INTEGER NOT NULL,
  "role" VARCHAR NOT NULL,
  "start_char" INTEGER,
  "end_char" INTEGER,
  "text" VARCHAR,
  "mention" INTEGER,
  "entity_id" VARCHAR,
  "name" VARCHAR,
  "country" VARCHAR,
  "sector" VARCHAR,
  "implied" BOOLEAN NOT NULL,
  PRIMARY KEY ("event_mention_id", "participant")
);

CREATE TABLE "claims" (
  "doc_id" VARCHAR NOT NULL,
  "event_mention_id" VARCHAR NOT NULL,
  "claim" INTEGER NOT NULL,
  "level" INTEGER NOT NULL,
  "stance" VARCHAR NOT NULL,
  "start_char" INTEGER NOT NULL,
  "end_char" INTEGER NOT NULL,
  "text" VARCHAR,
  "entity_id" VARCHAR,
  "quote" INTEGER,
  PRIMARY KEY ("event_mention_id", "claim")
);

CREATE TABLE "events" (
  "event_id" VARCHAR NOT NULL,
  "first_mention" VARCHAR NOT NULL,
  "type" VARCHAR NOT NULL,
  "mode" VARCHAR,
  "status" VARCHAR NOT NULL,
  "quad_class" INTEGER NOT NULL,
  "earliest" DATE,
  "latest" DATE,
  "date_conflict" BOOLEAN NOT NULL,
  "place_entity_id" VARCHAR,
  "place" VARCHAR,
  "country" VARCHAR,
  "lat" DOUBLE,
  "lon" DOUBLE,
  "actors" VARCHAR[] NOT NULL,
  "recipients" VARCHAR[] NOT NULL,
  "n_mentions" INTEGER NOT NULL,
  "n_documents" INTEGER NOT NULL,
  "n_publishers" INTEGER NOT NULL,
  "n_independent" INTEGER NOT NULL,
  "claimed_by" VARCHAR[] NOT NULL,
  "denied_by" VARCHAR[] NOT NULL,
  "evidence" VARCHAR,
  "first_published" DATE,
  "last_published" DATE,
  PRIMARY KEY ("event_id")
);

CREATE TABLE "dyads" (
  "day" DATE NOT NULL,
  "actor_country" VARCHAR NOT NULL,
  "recipient_country" VARCHAR NOT NULL,
  "type" VARCHAR NOT NULL,
  "quad_class" INTEGER NOT NULL,
  "n_events" INTEGER NOT NULL,
  "n_independent" INTEGER NOT NULL,
  PRIMARY KEY ("day", "actor_country", "recipient_country", "type")
);

CREATE TABLE "diagnostics" (
  "source" VARCHAR NOT NULL,
  "doc_id" VARCHAR,
  "code" VARCHAR NOT NULL,
  "severity" VARCHAR NOT NULL,
  "start_char" INTEGER,
  "end_char" INTEGER,
  "message" VARCHAR NOT NULL
);
