package dev.mstv.devstack.up;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param fresh whether the data of every development server are dropped first
 * @param full whether the servers beside PostgreSQL are started too
 * @param split whether each service is a process, behind a gateway
 * @param groups the modules of each process behind a gateway; none unless groups are asked for
 */
record Options(boolean fresh, boolean full, boolean split, List<List<String>> groups) {

    Options {
        groups = List.copyOf(groups);
    }

    static Options of(List<String> arguments) {
        boolean fresh = false;
        boolean full = false;
        boolean split = false;
        List<List<String>> groups = new ArrayList<>();
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--fresh" -> fresh = true;
                case "--full" -> full = true;
                case "--split" -> split = true;
                case "--group" -> groups.add(modules(words));
                default ->
                    throw new Refusal(
                            Refusal.USAGE, "up takes --full, --fresh, --split, --group and nothing else, was " + word);
            }
        }
        if (split && !groups.isEmpty()) {
            throw new Refusal(Refusal.USAGE, "--split makes each service a process: it needs no --group");
        }
        return new Options(fresh, full, split, groups);
    }

    private static List<String> modules(Iterator<String> words) {
        if (!words.hasNext()) {
            throw new Refusal(Refusal.USAGE, "--group needs modules, as in --group users,auth");
        }
        return List.of(words.next().split(",", -1));
    }
}
