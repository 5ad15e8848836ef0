CREATE TABLE payments_payment (
  -- Also the key by which the provider tells a repeated charge from a second one.
  id                 uuid           PRIMARY KEY,
  order_id           uuid           NOT NULL UNIQUE,
  user_id            uuid           NOT NULL,
  -- As many decimals as any currency has.
  amount             numeric(20, 4) NOT NULL,
  currency           char(3)        NOT NULL,
  status             varchar(20)    NOT NULL,
  order_cancelled    boolean        NOT NULL,
  -- Encrypted, until it is not needed any more.
  sealed_token       text,
  provider_reference varchar(100),
  reason             varchar(100),
  -- The event because of which it is charged or given back.
  origin_event       uuid           NOT NULL,
  origin_request     varchar(128)   NOT NULL,
  origin_trace       text,
  created_at         timestamp with time zone NOT NULL,
  version            bigint         NOT NULL,
  attempts           integer        NOT NULL,
  -- When something is to be done about it; while a node does it, when others may. Null if nothing is to be done.
  next_attempt_at    timestamp with time zone,
  unsettled_since    timestamp with time zone
);

CREATE INDEX payments_payment_due ON payments_payment (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX payments_payment_unsettled ON payments_payment (unsettled_since) WHERE unsettled_since IS NOT NULL;
CREATE INDEX payments_payment_user ON payments_payment (user_id);

-- The books of the sandbox: another company's, as far as the other table is concerned.
CREATE TABLE payments_sandbox_charge (
  key             uuid PRIMARY KEY,
  amount          numeric(20, 4),
  currency        char(3),
  -- Null if nothing was charged.
  reference       varchar(100),
  reason          varchar(100),
  reversed        boolean NOT NULL,
  -- How often a charge with this key was asked for.
  charge_requests integer NOT NULL,
  created_at      timestamp with time zone NOT NULL
);
