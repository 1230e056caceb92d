/**
 * Who comes in: sign-in, sessions, second factor, tokens, and the headers every page
 * carries. Everything is refused unless a rule allows it.
 */
@NullMarked
package io.cesm.web.security;

import org.jspecify.annotations.NullMarked;
