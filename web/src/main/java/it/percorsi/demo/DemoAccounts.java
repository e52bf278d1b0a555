package it.percorsi.demo;

import it.percorsi.seed.Seeds;
import it.percorsi.site.TrialAccounts;
import java.util.List;
import org.springframework.stereotype.Component;

/** Those of the seeds. */
@Component
class DemoAccounts implements TrialAccounts {

    private final Seeds seeds;

    DemoAccounts(Seeds seeds) {
        this.seeds = seeds;
    }

    @Override
    public List<TrialAccount> trialAccounts() {
        return seeds.demoAccounts().stream()
                .map(one -> new TrialAccount(one.username(), one.organisationName(), one.role()))
                .toList();
    }
}
