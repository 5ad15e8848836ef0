package dev.mstv.platform.web;

import dev.mstv.platform.config.Network;
import dev.mstv.platform.config.Settings;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of the client: that of the connection, or, while it is a trusted proxy's, the one that the proxy names.
 * Names are read from the nearest proxy outwards, and the first that is not trusted is the client.
 */
@Singleton
final class ClientAddress {

    private static final Pattern FOR = Pattern.compile("(?i)for=\"?\\[?([0-9a-fA-F.:]+)");

    private final List<Network> trusted;

    ClientAddress(Settings settings) {
        this.trusted = settings.http().trustedProxies();
    }

    String of(HttpRequest<?> request) {
        String address = request.getRemoteAddress().getAddress().getHostAddress();
        if (trusted.isEmpty()) {
            return address;
        }
        List<String> named = new ArrayList<>(named(request));
        Collections.reverse(named);
        for (String next : named) {
            if (!isTrusted(address)) {
                return address;
            }
            address = next;
        }
        return address;
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    private static List<String> named(HttpRequest<?> request) {
        List<String> forwarded = request.getHeaders().getAll("Forwarded");
        if (!forwarded.isEmpty()) {
            List<String> addresses = new ArrayList<>();
            Matcher matcher = FOR.matcher(String.join(",", forwarded));
            while (matcher.find()) {
                addresses.add(matcher.group(1));
            }
            return addresses;
        }
        return request.getHeaders().getAll("X-Forwarded-For").stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
    }
}
