CREATE TABLE notifications_recipient (
  user_id uuid         PRIMARY KEY,
  email   varchar(254) NOT NULL,
  name    varchar(100)
);

CREATE TABLE notifications_notification (
  id              uuid         PRIMARY KEY,
  -- The event that it comes from, which tells of each thing once.
  cause           uuid         NOT NULL,
  template        varchar(40)  NOT NULL,
  user_id         uuid         NOT NULL,
  subject         varchar(200) NOT NULL,
  created_at      timestamp with time zone NOT NULL,
  read_at         timestamp with time zone,
  mail            varchar(20)  NOT NULL,
  -- What the link in the mail is made of, until it is sent: the token encrypted, and whose address it may go to.
  sealed_token    text,
  address         char(64),
  valid_until     timestamp with time zone,
  attempts        integer      NOT NULL,
  -- While a node sends it, when others may.
  next_attempt_at timestamp with time zone NOT NULL,
  UNIQUE (cause, template)
);

CREATE INDEX notifications_notification_user ON notifications_notification (user_id, id);
CREATE INDEX notifications_notification_due ON notifications_notification (next_attempt_at) WHERE mail = 'PENDING';
