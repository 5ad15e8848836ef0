package dev.mstv.platform.mqtt;

/** The broker, or the protocol itself, does not take a message, and would not take it later as it is. */
public final class MqttRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MqttRefusedException(String topic, String why) {
        super("The broker does not take what goes to " + topic + ": " + why);
    }
}
