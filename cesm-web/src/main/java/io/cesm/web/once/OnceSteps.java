package io.cesm.web.once;

import java.lang.reflect.Method;
import java.util.Objects;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.config.TransactionManagementConfigUtils;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes each writing transaction of a request a step that notes, in its own commit, that
 * it was done and what it returned. A repetition of the request whose first try died runs
 * through the same code, and what was done says again what it said.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class OnceSteps {

    private static final int TRANSACTION = 1000;

    /** Around the transaction: is it done already? */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor stepAroundTransaction() {
        return advisor(TRANSACTION - 1, call -> {
            var request = OnceRequest.current();
            if (request == null || !opensStep(request)) {
                return call.proceed();
            }
            var method = call.getMethod();
            var target = Objects.requireNonNull(call.getThis()).getClass();
            return request.step(target.getSimpleName() + "." + method.getName(),
                    ResolvableType.forMethodReturnType(method, target).getType(), call::proceed);
        });
    }

    /** Inside the transaction: what does it return? The outermost call says it last. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor resultInTransaction() {
        return advisor(TRANSACTION + 1, call -> {
            var result = call.proceed();
            var request = OnceRequest.current();
            if (request != null && request.running() != null) {
                request.running().returns(result);
            }
            return result;
        });
    }

    /** The transaction itself stands between the two. */
    @Bean
    static BeanFactoryPostProcessor transactionBetweenSteps() {
        return beans -> beans.getBeanDefinition(TransactionManagementConfigUtils.TRANSACTION_ADVISOR_BEAN_NAME)
            .getPropertyValues()
            .add("order", TRANSACTION);
    }

    @Bean
    static TransactionExecutionListener claimsOfSteps() {
        return new Claims();
    }

    /**
     * Pieces of work in a transaction without a method of their own are steps as well.
     */
    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new StepTemplate(transactions);
    }

    private static boolean opensStep(OnceRequest request) {
        return request.running() == null && !TransactionSynchronizationManager.isActualTransactionActive();
    }

    private static Advisor advisor(int order, MethodInterceptor advice) {
        var advisor = new DefaultPointcutAdvisor(new Writing(), advice);
        advisor.setOrder(order);
        return advisor;
    }

    /** The methods that write in a transaction. */
    private static final class Writing extends StaticMethodMatcherPointcut {

        private final AnnotationTransactionAttributeSource source = new AnnotationTransactionAttributeSource();

        Writing() {
            setClassFilter(type -> type.getName().startsWith("io.cesm."));
        }

        @Override
        public boolean matches(Method method, Class<?> type) {
            TransactionAttribute attribute = source.getTransactionAttribute(method, type);
            return attribute != null && !attribute.isReadOnly()
                    && (attribute.getPropagationBehavior() == TransactionAttribute.PROPAGATION_REQUIRED
                            || attribute.getPropagationBehavior() == TransactionAttribute.PROPAGATION_REQUIRES_NEW);
        }

    }

    private static final class Claims implements TransactionExecutionListener {

        @Override
        public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
            var request = OnceRequest.current();
            if (failure != null || request == null || transaction.isReadOnly()
                    || !TransactionSynchronizationManager.isSynchronizationActive() || !request.begins()) {
                return;
            }
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

                @Override
                public int getOrder() {
                    return Ordered.LOWEST_PRECEDENCE;
                }

                @Override
                public void beforeCommit(boolean readOnly) {
                    request.claim();
                }

                @Override
                public void afterCommit() {
                    request.committed();
                }

            });
        }

    }

    /** Its results are plain values: texts, numbers, lists of them, or nothing. */
    private static final class StepTemplate extends TransactionTemplate {

        StepTemplate(PlatformTransactionManager transactions) {
            super(transactions);
        }

        @Override
        @SuppressWarnings({ "unchecked", "NullAway" }) // T may be null, and then the
                                                       // result may
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            var request = OnceRequest.current();
            if (request == null || isReadOnly() || !opensStep(request)) {
                return super.execute(action);
            }
            try {
                return (T) request.step("transaction", Object.class, () -> super.execute(status -> {
                    var result = action.doInTransaction(status);
                    var running = request.running();
                    if (running != null) {
                        running.returns(result);
                    }
                    return result;
                }));
            }
            catch (RuntimeException | Error ex) {
                throw ex;
            }
            catch (Throwable ex) {
                throw new IllegalStateException("a transaction template throws nothing checked", ex);
            }
        }

    }

}
