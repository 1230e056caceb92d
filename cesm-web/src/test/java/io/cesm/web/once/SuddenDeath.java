package io.cesm.web.once;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the next request die after so many commits, or before its answer is kept. */
@Component
@Order(101)
class SuddenDeath extends OncePerRequestFilter implements TransactionExecutionListener {

    private final AtomicInteger commitsToLive = new AtomicInteger(-1);

    private volatile boolean beforeTheAnswer;

    static class Died extends RuntimeException {

        Died() {
            super("died", null, false, false);
        }

    }

    void strikeBeforeTheAnswer() {
        beforeTheAnswer = true;
    }

    void strikeAfterCommits(int commits) {
        commitsToLive.set(commits);
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        if (OnceRequest.current() != null && !transaction.isReadOnly() && commitsToLive.get() > 0
                && commitsToLive.decrementAndGet() == 0) {
            commitsToLive.set(-1);
            throw new Died();
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (beforeTheAnswer) {
            beforeTheAnswer = false;
            throw new Died();
        }
    }

}
