package dev.mstv.acceptance;

import dev.mstv.acceptance.Topics.Arrival;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What can be known, after a run that lost an effect, of the events that have none. */
record ChaosEvidence(Chaos chaos) {

    @Override
    public String toString() {
        Set<String> recorded = Set.copyOf(chaos.effects().recorded());
        Set<String> done = Set.copyOf(chaos.effects().of("audit.trail"));
        List<Arrival> arrivals = chaos.arrivals();
        List<String> lines = new ArrayList<>(chaos.killer().steps());
        for (String id : chaos.store().ids()) {
            if (!recorded.contains(id)) {
                lines.add("no effect of " + id + ' ' + chaos.store().tell(id));
                lines.add("  done by the inbox: " + done.contains(id) + ", arrived at " + places(arrivals, id));
            }
        }
        lines.addAll(chaos.read());
        return String.join("\n", lines);
    }

    private static List<String> places(List<Arrival> arrivals, String id) {
        return arrivals.stream()
                .filter(arrival -> arrival.id().equals(id))
                .map(Arrival::place)
                .toList();
    }
}
