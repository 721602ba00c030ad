package com.lianxing.process.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.lianxing.audit.Sha256;

/**
 * A form as it was deployed with its process: later changes of the file do not touch running projects.
 *
 * @param schema the form-js schema; never changed, so copy it before localising
 * @param chinese texts by component id, an empty object where there are none
 * @param sha256 of the schema's bytes, in hex
 */
record DeployedForm(String id, JsonNode schema, JsonNode chinese, String sha256, FormRules rules) {

    /** Of a task that asks nothing, and accepts nothing. */
    static final DeployedForm NONE = new DeployedForm(
            "",
            JsonNodeFactory.instance.objectNode(),
            JsonNodeFactory.instance.objectNode(),
            Sha256.of(""),
            FormRules.NO_FORM);
}
