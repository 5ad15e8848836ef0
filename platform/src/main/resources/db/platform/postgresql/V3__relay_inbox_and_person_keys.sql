-- How events leave a module's store: which node sends which part of them. One row for each shard.

CREATE TABLE ${module}_relay_shard (
  shard        integer PRIMARY KEY,
  holder       varchar(36),
  leased_until timestamp with time zone NOT NULL
);

INSERT INTO ${module}_relay_shard (shard, leased_until) SELECT shard, 'epoch' FROM generate_series(0, 63) AS shard;

CREATE TABLE ${module}_relay_node (
  node        varchar(36) PRIMARY KEY,
  alive_until timestamp with time zone NOT NULL
);

-- How events come into a module: what each subscriber has done, and what it could not do.

CREATE TABLE ${module}_inbox (
  subscriber  varchar(100) NOT NULL,
  event_id    uuid         NOT NULL,
  received_at timestamp with time zone NOT NULL,
  PRIMARY KEY (subscriber, event_id)
);

CREATE INDEX ${module}_inbox_received_at ON ${module}_inbox USING brin (received_at);

CREATE TABLE ${module}_parked (
  id              uuid         PRIMARY KEY,
  -- In the order of arrival: the first one of a subscriber's stream is tried, the others wait behind it.
  arrival         bigint       GENERATED ALWAYS AS IDENTITY,
  subscriber      varchar(100) NOT NULL,
  event_id        uuid         NOT NULL,
  type            varchar(100) NOT NULL,
  stream          uuid         NOT NULL,
  person          uuid,
  -- Encrypted, in base64: it may hold personal data.
  envelope        text         NOT NULL,
  state           varchar(10)  NOT NULL,
  attempts        integer      NOT NULL,
  error           varchar(1000),
  parked_at       timestamp with time zone NOT NULL,
  next_attempt_at timestamp with time zone NOT NULL,
  UNIQUE (subscriber, event_id)
);

CREATE INDEX ${module}_parked_stream ON ${module}_parked (subscriber, stream, arrival);
CREATE INDEX ${module}_parked_due ON ${module}_parked (next_attempt_at) WHERE state = 'RETRYING';

-- Whose personal data the module's events hold: no key, no data. A person who was erased keeps the row without a key,
-- so that none is ever made again.

CREATE TABLE ${module}_person_key (
  person   uuid PRIMARY KEY,
  -- Wrapped by ENCRYPTION_KEY, in base64.
  data_key varchar(200)
);

-- Outcomes hold personal data as well, and go with their person.
ALTER TABLE ${module}_idempotency ADD COLUMN person uuid;
CREATE INDEX ${module}_idempotency_person ON ${module}_idempotency (person) WHERE person IS NOT NULL;
