package io.cesm.satisfaction.fielding;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Whether an address lies in a network such as 10.0.0.0/8 or 2001:db8::/32. */
final class Networks {

    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private Networks() {
    }

    static boolean isOne(String network) {
        var parts = network.split("/", -1);
        var address = parse(parts[0]);
        if (address == null || parts.length > 2) {
            return false;
        }
        return parts.length == 1 || (parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= address.length * 8);
    }

    static boolean contain(Collection<String> networks, String address) {
        var bytes = parse(address);
        return bytes != null && networks.stream().anyMatch(it -> contains(it, bytes));
    }

    private static boolean contains(String network, byte[] address) {
        var parts = network.split("/", -1);
        var base = parse(parts[0]);
        if (base == null || base.length != address.length) {
            return false;
        }
        int bits = parts.length == 1 ? base.length * 8 : Integer.parseInt(parts[1]);
        for (int i = 0; i < base.length; i++) {
            int here = Math.clamp(bits - 8 * i, 0, 8);
            int mask = 0xFF << (8 - here) & 0xFF;
            if ((base[i] & mask) != (address[i] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static byte @Nullable [] parse(String text) {
        try {
            // only literals: no name is ever looked up
            return LITERAL.matcher(text).matches() ? InetAddress.getByName(text).getAddress() : null;
        }
        catch (UnknownHostException ex) {
            return null;
        }
    }

}
