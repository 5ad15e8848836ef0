package dev.mstv.devstack.up;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What runs, where, with which memory and health. */
final class ProcessTable {

    private static final String ROW = "  %-22s %6s %8s  %s";

    private final List<Member> members;
    private final List<Provision> servers;

    ProcessTable(List<Member> members, List<Provision> servers) {
        this.members = members;
        this.servers = servers;
    }

    List<String> rows() {
        List<String> rows = new ArrayList<>(List.of(ROW.formatted("process", "port", "memory", "health")));
        members.forEach(member -> rows.add(row(member)));
        servers.forEach(server -> rows.add("  %-22s %s".formatted(server.name(), server.place())));
        return rows;
    }

    private static String row(Member member) {
        Part part = member.part();
        return ROW.formatted(part.name(), part.port(), memory(member), member.state());
    }

    private static String memory(Member member) {
        OptionalLong kilobytes = member.running()
                .map(one -> one.handle().pid())
                .map(Memory::resident)
                .orElse(OptionalLong.empty());
        return kilobytes.isPresent() ? kilobytes.getAsLong() / 1024 + " MiB" : "-";
    }
}
