/**
 * The core as the browser sees it: the few functions that are compiled to {@code frontend/generated/core/core.js}.
 *
 * <p>May use {@code widget} and the compiler's own types. Start with {@link dev.surprisal.browser.Core}; its counterpart is
 * {@code frontend/widget.ts}.
 */
@NullMarked
package dev.surprisal.browser;

import org.jspecify.annotations.NullMarked;
