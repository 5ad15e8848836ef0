package dev.mstv.devstack.up;

import java.util.List;

/** What other terminals may ask of a run of {@code up}. */
record Requests(Fleet fleet, ProcessTable table) {

    String answer(List<String> words) {
        if (words.equals(List.of("status"))) {
            return String.join("\n", table.rows());
        }
        if (words.size() != 2) {
            throw new Refusal(Refusal.USAGE, "status takes nothing, stop and start take the name of a process");
        }
        return switch (words.getFirst()) {
            case "stop" -> fleet.stop(words.getLast());
            case "start" -> fleet.start(words.getLast());
            default -> throw new Refusal(Refusal.USAGE, words.getFirst() + " is nothing that up does");
        };
    }
}
