CREATE TABLE auth_token (
  id         uuid        PRIMARY KEY,
  -- SHA-256 of the token, which itself is nowhere but in the mail.
  hash       char(64)    NOT NULL UNIQUE,
  user_id    uuid        NOT NULL,
  purpose    varchar(20) NOT NULL,
  -- A keyed digest of the e-mail address to which it goes: it is good for no other.
  address    char(64)    NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at    timestamp with time zone
);

CREATE INDEX auth_token_user ON auth_token (user_id);
CREATE INDEX auth_token_expires_at ON auth_token (expires_at);

-- When a reset was last mailed to a user, so that nobody's mailbox can be flooded.
CREATE TABLE auth_reset_mailed (
  user_id   uuid PRIMARY KEY,
  mailed_at timestamp with time zone NOT NULL
);

-- Addresses that were typed as forgotten ones, encrypted, for as long as nobody has looked whose they are.
CREATE TABLE auth_reset_request (
  id              uuid         PRIMARY KEY,
  sealed_email    text         NOT NULL,
  request_id      varchar(128) NOT NULL,
  created_at      timestamp with time zone NOT NULL,
  next_attempt_at timestamp with time zone NOT NULL
);

CREATE INDEX auth_reset_request_due ON auth_reset_request (next_attempt_at);
