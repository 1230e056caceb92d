package io.cesm.build;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import java.io.ObjectInputStream;
import java.time.Clock;
import java.time.temporal.TemporalAccessor;
import java.util.Date;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;

import org.springframework.data.repository.Repository;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

@AnalyzeClasses(packages = "io.cesm",
        importOptions = { ImportOption.DoNotIncludeTests.class, ArchitectureTests.NoTestJars.class })
class ArchitectureTests {

    /** The tests of other modules come as a jar, which is no folder of tests. */
    static class NoTestJars implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }

    }

    private static final DescribedPredicate<JavaAccess<?>> ASKS_THE_MACHINE = DescribedPredicate
        .describe("ask the machine for the time", access -> {
            var owner = access.getTargetOwner();
            var name = access.getTarget().getName();
            return owner.isAssignableTo(System.class) && name.equals("currentTimeMillis")
                    || owner.isAssignableTo(Clock.class) && name.startsWith("system")
                    || owner.isAssignableTo(Date.class) && name.equals("<init>")
                            && access.getDescription().contains("Date.<init>()")
                    || owner.isAssignableTo(TemporalAccessor.class) && name.equals("now")
                            && !access.getDescription().contains("Clock)");
        });

    @ArchTest
    static final ArchRule httpStaysInWeb = noClasses().that()
        .resideOutsideOfPackages("io.cesm.web..", "io.cesm")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..",
                "org.thymeleaf..", "java.net.http..")
        .because("a use case must run without a browser");

    @ArchTest
    static final ArchRule onlyTheClockKnowsTheTime = noClasses().that()
        .doNotHaveFullyQualifiedName("io.cesm.domain.time.TimeConfiguration")
        .and()
        .doNotHaveFullyQualifiedName("io.cesm.domain.kernel.Uuid7")
        .should()
        .accessTargetWhere(ASKS_THE_MACHINE)
        .because("a test must be able to live through a quarter in a millisecond");

    @ArchTest
    static final ArchRule controllersStayInTheirPackage = classes().that()
        .areMetaAnnotatedWith(Controller.class)
        .should()
        .notBePublic()
        .because("nobody calls a page but a browser");

    @ArchTest
    static final ArchRule formsStayInTheirPackage = classes().that()
        .resideInAPackage("io.cesm.web..")
        .and()
        .haveSimpleNameEndingWith("Form")
        .should()
        .notBePublic()
        .andShould()
        .beRecords()
        .because("what a browser sends belongs to the page that asked for it");

    @ArchTest
    static final ArchRule entitiesHaveNoSetters = noMethods().that()
        .haveNameMatching("set[A-Z].*")
        .and()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Entity.class)
        .should()
        .haveModifier(JavaModifier.PUBLIC)
        .allowEmptyShould(true) // none exists, and that is the point
        .because("state changes have names");

    @ArchTest
    static final ArchRule repositoriesStayInTheirPackage = classes().that()
        .areAssignableTo(Repository.class)
        .should()
        .notBePublic()
        .because("other packages read through a book and change through a use case");

    @ArchTest
    static final ArchRule securityIsWrittenWhereItIsSeen = methods().that()
        .areAnnotatedWith(PreAuthorize.class)
        .should()
        .beDeclaredInClassesThat(are(DescribedPredicate.describe("classes", type -> !type.isInterface())))
        .andShould()
        .notBePrivate()
        .andShould()
        .notBeStatic()
        .andShould()
        .notBeFinal()
        .because("on anything else the annotation is not obeyed");

    @ArchTest
    static final ArchRule objectsAreNotReadFromStrangers = noClasses().should()
        .dependOnClassesThat()
        .areAssignableTo(ObjectInputStream.class)
        .because("reading serialized Java objects runs the sender's code");

}
