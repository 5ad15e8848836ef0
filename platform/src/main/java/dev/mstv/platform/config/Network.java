package dev.mstv.platform.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A block of IP addresses in CIDR notation (RFC 4632). */
public record Network(InetAddress base, int prefix) {

    // Only literal addresses: a name would be looked up.
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** A block that holds no address anyone calls from. */
    static final Network NONE = parse("0.0.0.0/32");

    static Network parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        InetAddress base = address(address);
        int bits = base.getAddress().length * Byte.SIZE;
        int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("Not a prefix length: " + text);
        }
        return new Network(base, prefix);
    }

    /** True if the address, in text, lies in this block; false for anything that is no address. */
    public boolean contains(String address) {
        try {
            return contains(address(address).getAddress());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean contains(byte[] other) {
        byte[] own = base.getAddress();
        if (own.length != other.length) {
            return false;
        }
        int whole = prefix / Byte.SIZE;
        int rest = prefix % Byte.SIZE;
        if (!Arrays.equals(own, 0, whole, other, 0, whole)) {
            return false;
        }
        int mask = 0xFF << (Byte.SIZE - rest);
        return rest == 0 || (own[whole] & mask) == (other[whole] & mask);
    }

    private static InetAddress address(String text) {
        if (!LITERAL.matcher(text).matches()) {
            throw new IllegalArgumentException("Not an address: " + text);
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Not an address: " + text, e);
        }
    }
}
