package com.lianxing.process.engine;

import com.lianxing.access.Role;
import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A group of the engine per {@link Role}. */
@Component
@Order(StartStep.GROUPS)
class Groups implements StartStep {

    private final IdentityService identity;
    private final MessageSource messages;

    Groups(IdentityService identity, MessageSource messages) {
        this.identity = identity;
        this.messages = messages;
    }

    @Override
    public void run() {
        for (Role role : Role.values()) {
            if (identity.createGroupQuery().groupId(role.id()).count() == 0) {
                Group group = identity.newGroup(role.id());
                group.setName(messages.getMessage(role.messageKey(), null, Locale.ENGLISH));
                group.setType(role == Role.CAMUNDA_ADMIN ? "SYSTEM" : "WORKFLOW");
                identity.saveGroup(group);
            }
        }
    }
}
