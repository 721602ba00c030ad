package com.lianxing.connector.amazon;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.lianxing.inbound.AmazonFailure;
import java.io.IOException;
import java.io.InputStream;

/** Strict in what we send, lenient in what we read: Amazon adds fields when it likes. */
final class AmazonJson {

    private static final int LARGEST_ANSWER = 8_000_000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private AmazonJson() {}

    static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What the answer holds; nothing at all if it is no JSON. */
    static JsonNode readTree(InputStream answer) throws IOException {
        byte[] bytes = answer.readNBytes(LARGEST_ANSWER);
        try {
            JsonNode tree = JSON.readTree(bytes);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** @throws AmazonFailure if the answer lacks what its type needs */
    static <T> T read(JsonNode answer, Class<T> type) {
        try {
            return JSON.treeToValue(answer, type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new AmazonFailure(
                    AmazonFailure.Kind.NOT_UNDERSTOOD,
                    "Amazon's answer is no " + type.getSimpleName() + ": "
                            + e.getClass().getSimpleName());
        }
    }
}
