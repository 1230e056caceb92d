/**
 * Customers, people, duplicates and their settings for programs.
 */
@NullMarked
package io.cesm.web.customer.api;

import org.jspecify.annotations.NullMarked;
