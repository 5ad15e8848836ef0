-- What every module has, under its own name.

CREATE TABLE ${module}_event (
  position       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id       uuid        NOT NULL UNIQUE,
  stream         uuid        NOT NULL,
  version        bigint      NOT NULL,
  type           varchar(100) NOT NULL,
  schema_version integer     NOT NULL,
  -- Text, not jsonb: the hash is over these very characters.
  payload        text        NOT NULL,
  metadata       text        NOT NULL,
  occurred_at    timestamp with time zone NOT NULL,
  shard          integer     NOT NULL,
  previous_hash  char(64)    NOT NULL,
  hash           char(64)    NOT NULL,
  published_at   timestamp with time zone,
  UNIQUE (stream, version)
);

CREATE INDEX ${module}_event_unpublished ON ${module}_event (shard, position) WHERE published_at IS NULL;

CREATE TABLE ${module}_idempotency (
  id          char(64)    PRIMARY KEY,
  fingerprint char(64)    NOT NULL,
  holder      varchar(36) NOT NULL,
  -- Encrypted, in base64; null while the first run lasts.
  outcome     text,
  kept_until  timestamp with time zone NOT NULL,
  created_at  timestamp with time zone NOT NULL
);

CREATE INDEX ${module}_idempotency_kept_until ON ${module}_idempotency (kept_until);
