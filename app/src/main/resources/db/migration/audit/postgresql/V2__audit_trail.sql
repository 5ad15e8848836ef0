-- Every event of every module, without what is personal; never changed.
CREATE TABLE audit_entry (
  event_id       uuid        PRIMARY KEY,
  module         text        NOT NULL,
  type           text        NOT NULL,
  schema_version integer     NOT NULL,
  subject        uuid        NOT NULL,
  sequence       bigint      NOT NULL,
  actor          text        NOT NULL,
  occurred_at    timestamp with time zone NOT NULL,
  request_id     text        NOT NULL,
  trace_id       text,
  causation_id   uuid,
  -- JSON; null of an event whose type or version was not known.
  data           text
);

CREATE INDEX audit_entry_occurred_at ON audit_entry (occurred_at, event_id);
CREATE INDEX audit_entry_subject ON audit_entry (subject, occurred_at, event_id);
CREATE INDEX audit_entry_actor ON audit_entry (actor, occurred_at, event_id);
CREATE INDEX audit_entry_type ON audit_entry (type, occurred_at, event_id);
