package io.cesm.web.mail;

import java.util.Map;

/**
 * A mail to one person, ready to go.
 *
 * @param id its message id, the same however often it is sent
 * @param headers more headers, such as In-Reply-To
 */
public record Letter(String id, String address, String name, String language, String subject, String text,
        Map<String, String> headers) {
}
