package io.cesm.web.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The network an address belongs to: one IPv4 address, or 64 bits of an IPv6 one. */
public final class Network {

    private Network() {
    }

    public static String of(String address) {
        var plain = address.replaceAll("%.*$", "");
        if (!plain.contains(":")) {
            return plain;
        }
        try {
            var bytes = InetAddress.getByName(plain).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8))
                    : InetAddress.getByAddress(bytes).getHostAddress();
        }
        catch (UnknownHostException ex) {
            return plain;
        }
    }

}
