package dev.mstv.acceptance;

/** A protocol that clients speak, as the contract names it. */
enum Tongue {
    REST,
    GRAPHQL,
    GRPC,
    WEBSOCKET,
    MQTT;

    /** Whether a process of this shape can be spoken to: a broker for commands is only set up beside a monolith. */
    boolean isSpokenTo(Shape shape) {
        return this != MQTT || shape == Shape.MONOLITH;
    }

    Speaker speaker(Counterpart other) {
        return switch (this) {
            case REST -> new RestSpeaker(other.app());
            case GRAPHQL -> new GraphqlSpeaker(other.app());
            case GRPC -> new GrpcSpeaker(other.app().grpcPort());
            case WEBSOCKET -> new SocketSpeaker(other.app());
            case MQTT -> new MqttSpeaker(other.brokerPort());
        };
    }
}
