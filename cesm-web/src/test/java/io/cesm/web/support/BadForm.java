package io.cesm.web.support;

/** What the gates refuse: a form that everybody sees. */
public record BadForm(String name) {

}
