package dev.mstv.platform.websocket;

import dev.mstv.platform.bus.Receipt;

/**
 * What a frame comes to.
 *
 * @param event as which it is answered
 * @param receipt of the call that it made
 */
record Reply(String event, Object data, Receipt receipt) {

    static Reply of(String event, Object data) {
        return new Reply(event, data, new Receipt());
    }
}
