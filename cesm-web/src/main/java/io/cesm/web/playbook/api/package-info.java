/**
 * The API of checklists.
 */
@NullMarked
package io.cesm.web.playbook.api;

import org.jspecify.annotations.NullMarked;
