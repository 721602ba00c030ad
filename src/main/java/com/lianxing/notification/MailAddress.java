package com.lianxing.notification;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody's mail is sent, as entered.
 *
 * @param email without blanks around it; null for no mail
 */
public record MailAddress(@Nullable @Email @Size(max = 254) String email) {

    public MailAddress {
        email = email == null || email.isBlank() ? null : email.strip();
    }
}
