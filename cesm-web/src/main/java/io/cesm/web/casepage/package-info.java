/**
 * The pages a customer's people open by a link, without an account and without a script:
 * where their complaint stands, and what they want to say to it.
 */
@NullMarked
package io.cesm.web.casepage;

import org.jspecify.annotations.NullMarked;
