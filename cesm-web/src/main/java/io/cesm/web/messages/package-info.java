/**
 * Where the sentences of pages come from: one bundle per feature, English and Chinese.
 */
@NullMarked
package io.cesm.web.messages;

import org.jspecify.annotations.NullMarked;
