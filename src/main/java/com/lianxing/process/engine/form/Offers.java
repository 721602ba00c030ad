package com.lianxing.process.engine.form;

import com.lianxing.process.engine.Reader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What {@link ServerOptions} offer one reader. */
@Component
class Offers {

    private final ObjectProvider<ServerOptions> providers;

    Offers(ObjectProvider<ServerOptions> providers) {
        this.providers = providers;
    }

    /**
     * @param named as the form writes it: {@code <name>} or {@code <name>:<argument>}
     * @throws IllegalStateException if nobody offers under this name
     */
    List<ServerOptions.Option> options(String named, Reader reader) {
        int colon = named.indexOf(':');
        String name = colon < 0 ? named : named.substring(0, colon);
        String argument = colon < 0 ? "" : named.substring(colon + 1);
        return providers.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody offers options named " + named))
                .options(argument, reader);
    }

    Set<String> values(String named, Reader reader) {
        return options(named, reader).stream().map(ServerOptions.Option::value).collect(Collectors.toUnmodifiableSet());
    }
}
