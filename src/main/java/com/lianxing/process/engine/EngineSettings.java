package com.lianxing.process.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** What of the engine is set in code because no property reaches it. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setResourceAuthorizationProvider(new NoTaskGrants());
        configuration.setPasswordEncryptor(new SlowPasswordHash());
        configuration.setPasswordPolicy(new LongPasswords());
        configuration.setGroupResourceWhitelistPattern("[a-z0-9-]+");
        configuration.setUserResourceWhitelistPattern("[a-z0-9-]+");
        configuration.setTenantResourceWhitelistPattern("[a-z0-9-]+");
    }
}
