package dev.surprisal.hosting;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** What one visitor has: limits count by it, since whoever has one address of IPv6 has as many others as they want. */
public final class Network {
    /** Of an IPv6 address: what one subscriber gets. */
    private static final int BYTES = 8;

    private Network() {}

    /** An IPv4 address as it is, of an IPv6 address the first half, anything else as it was written. */
    public static String of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(parsed.getAddress(), 0, BYTES)
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
