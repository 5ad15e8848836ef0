-- The read models of a module: which generation of each is read and fed, and how one that is being made comes on.

CREATE TABLE ${module}_projection (
  name         varchar(100) PRIMARY KEY,
  -- What is read and fed; null until the first one is made.
  live         bigint,
  -- The newest that was ever begun: a number is used once.
  newest       bigint       NOT NULL,
  -- What is being made beside it; null if nothing is.
  building     bigint,
  holder       varchar(36),
  leased_until timestamp with time zone,
  started_at   timestamp with time zone,
  finished_at  timestamp with time zone,
  copied_to    bigint       NOT NULL,
  events       bigint       NOT NULL,
  -- How often it was made anew, which is the version of the stream that says so.
  rebuilt      bigint       NOT NULL,
  -- Why the last attempt came to nothing; null if it did not.
  error        varchar(1000),
  -- Every event up to this position is in what is live.
  applied_to   bigint       NOT NULL
);

-- Generations that nobody reads any more, or soon nobody will.

CREATE TABLE ${module}_projection_retired (
  name       varchar(100) NOT NULL,
  generation bigint       NOT NULL,
  drop_after timestamp with time zone NOT NULL,
  PRIMARY KEY (name, generation)
);
