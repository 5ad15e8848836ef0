CREATE TABLE auth_session (
  id           uuid        PRIMARY KEY,
  user_id      uuid        NOT NULL,
  generation   integer     NOT NULL,
  ip_address   varchar(64) NOT NULL,
  user_agent   varchar(500),
  created_at   timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone NOT NULL,
  expires_at   timestamp with time zone NOT NULL,
  ended_at     timestamp with time zone,
  version      bigint      NOT NULL
);

CREATE INDEX auth_session_user ON auth_session (user_id);
CREATE INDEX auth_session_expires_at ON auth_session (expires_at);

CREATE TABLE auth_login_attempt (
  -- A keyed digest of the address that was typed, whether or not there is such an account.
  account      char(64)    NOT NULL,
  address      varchar(64) NOT NULL,
  window_start timestamp with time zone NOT NULL,
  failures     integer     NOT NULL,
  PRIMARY KEY (account, address)
);
