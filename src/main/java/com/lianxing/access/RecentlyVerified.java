package com.lianxing.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that were right a moment ago, so that a program does not pay the slow hash with each call. Holds keyed
 * digests, never passwords; the key lives as long as the process. A changed password works on for at most a minute.
 */
class RecentlyVerified {

    private static final long KEEP_NANOS = Duration.ofSeconds(60).toNanos();
    private static final int MOST = 1_000;

    private final SecretKeySpec key;

    private final Map<String, Long> verifiedAt = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    RecentlyVerified() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    synchronized boolean knows(String id, String password) {
        Long since = verifiedAt.get(digest(id, password));
        return since != null && System.nanoTime() - since < KEEP_NANOS;
    }

    synchronized void remember(String id, String password) {
        String digest = digest(id, password);
        verifiedAt.remove(digest);
        verifiedAt.put(digest, System.nanoTime());
    }

    private String digest(String id, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(id.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java", e);
        }
    }
}
