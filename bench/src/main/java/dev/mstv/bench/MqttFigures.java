package dev.mstv.bench;

/** What commands by MQTT cost. */
record MqttFigures(Comparison requests) {

    static final String BARE = "bare HiveMQ client, a user from memory";
    static final String QUERY = "MSTV, the query `users.get_user` with a JWT";
    static final String COMMAND = "MSTV, the command `users.update_user` with a JWT";

    String table() {
        return requests.table(MqttLoad.AT_ONCE + " requests at once by MQTT", BARE);
    }
}
