package com.lianxing.process.engine;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/**
 * PBKDF2-HMAC-SHA-256 with 310,000 rounds for the engine's users, in place of one round of SHA-512. Not bcrypt: the
 * engine appends its own salt to the password, and bcrypt looks at 72 bytes only.
 */
class SlowPasswordHash implements PasswordEncryptor {

    private final Pbkdf2PasswordEncoder encoder = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    @Override
    public String encrypt(String password) {
        return encoder.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return encoder.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "PBKDF2-SHA256-310000";
    }
}
