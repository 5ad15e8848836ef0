-- What the benchmark's subscriber keeps, and what it is compared with.
CREATE TABLE bench_thing (
  id      uuid   PRIMARY KEY,
  version bigint NOT NULL,
  text    text   NOT NULL
);

CREATE TABLE bench_plain (
  id      uuid PRIMARY KEY,
  payload text NOT NULL,
  stored  timestamp with time zone NOT NULL
);
