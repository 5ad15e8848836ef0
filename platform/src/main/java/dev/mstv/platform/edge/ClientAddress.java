package dev.mstv.platform.edge;

import dev.mstv.platform.config.Network;
import dev.mstv.platform.config.Settings;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of the client: that of the connection, or, while it is a trusted proxy's, the one that the proxy names.
 * Names are read from the nearest proxy outwards, and the first that is not trusted is the client. A proxy writes one of
 * the two headers and passes the other on as it came, so where both are, neither is believed.
 */
@Singleton
final class ClientAddress {

    private static final String FORWARDED = "Forwarded";
    private static final String X_FORWARDED_FOR = "X-Forwarded-For";
    private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for=\"?([^\";]*)\"?");
    // IPv4, or IPv6 in brackets or bare, with or without a port.
    private static final Pattern ADDRESS = Pattern.compile(
            "(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d{1,5})?|\\[([0-9a-fA-F:.]{2,45})](?::\\d{1,5})?|([0-9a-fA-F:.]*:[0-9a-fA-F:.]{1,44})");

    private final List<Network> trusted;

    ClientAddress(Settings settings) {
        this.trusted = settings.http().trustedProxies();
    }

    /** The client's address behind a connection from {@code connection}. */
    String of(String connection, Head head) {
        String address = connection;
        if (trusted.isEmpty()) {
            return address;
        }
        for (String name : named(head).reversed()) {
            Optional<String> next = literal(name);
            if (!isTrusted(address) || next.isEmpty()) {
                return address;
            }
            address = next.get();
        }
        return address;
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    private static List<String> named(Head head) {
        List<String> forwarded = entries(head, FORWARDED);
        List<String> forwardedFor = entries(head, X_FORWARDED_FOR);
        if (!forwarded.isEmpty() && !forwardedFor.isEmpty()) {
            return List.of();
        }
        return forwarded.isEmpty()
                ? forwardedFor
                : forwarded.stream().map(ClientAddress::forElement).toList();
    }

    private static List<String> entries(Head head, String header) {
        return head.all(header).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private static String forElement(String entry) {
        Matcher matcher = FOR.matcher(entry);
        return matcher.find() ? matcher.group(1).strip() : "";
    }

    private static Optional<String> literal(String name) {
        Matcher matcher = ADDRESS.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(matcher.group(1))
                .or(() -> Optional.ofNullable(matcher.group(2)))
                .or(() -> Optional.ofNullable(matcher.group(3)));
    }
}
