package roster.notification;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/** Resolves names as the JDK does, and one name only from a moment on. */
public final class LateName extends InetAddressResolverProvider {
    static final String NAME = "late.example";
    private static volatile boolean known;

    static void becomesKnown() {
        known = true;
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        var builtin = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                if (!host.equals(NAME)) {
                    return builtin.lookupByName(host, policy);
                } else if (known) {
                    return Stream.of(InetAddress.ofLiteral("127.0.0.1"));
                }
                throw new UnknownHostException(host);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return builtin.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "with a late name";
    }
}
