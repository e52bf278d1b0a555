package it.percorsi.plan.web;

import it.percorsi.network.Network;
import it.percorsi.plan.Support;
import it.percorsi.site.Reading;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What is given, for how many hours, by whom, and who pays. */
record SupportForm(String instrument, String hours, String provider, String fundingSource) {

    SupportForm {
        instrument = Objects.requireNonNullElse(instrument, "");
        hours = Objects.requireNonNullElse(hours, "");
        provider = Objects.requireNonNullElse(provider, "");
        fundingSource = Objects.requireNonNullElse(fundingSource, "");
    }

    Optional<Support.Terms> read(Reading read, Network network) {
        read.choice("instrument", instrument, codes(network.instruments()));
        Integer whole = read.whole("hours", hours, 1, 200);
        UUID body = read.id("provider", provider);
        read.choice("fundingSource", fundingSource, codes(network.fundingSources()));
        return whole == null || body == null
                ? Optional.empty()
                : Optional.of(new Support.Terms(instrument, whole, body, fundingSource));
    }

    static List<String> codes(List<Network.Choice> choices) {
        return choices.stream().map(Network.Choice::code).toList();
    }
}
