package sluice.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** Which library and which dangerous thing lives in which room. */
@AnalyzeClasses(packages = "sluice", importOptions = ImportOption.DoNotIncludeTests.class)
final class ConfinementTest {

    @ArchTest
    static final ArchRule javafx_is_a_skin = noClasses().that().resideOutsideOfPackage("..ui..")
            .should().dependOnClassesThat().resideInAnyPackage("javafx..")
            .because("whatever the window can do, the command line does without a toolkit");

    @ArchTest
    static final ArchRule sql_has_two_homes = noClasses()
            .that().resideOutsideOfPackages("sluice.app.catalogue..", "sluice.transfer.queue..")
            .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..");

    @ArchTest
    static final ArchRule sockets_are_for_transfer = noClasses()
            .that().resideOutsideOfPackages("sluice.transfer..", "sluice.app.intake..")
            .should().dependOnClassesThat(named("sockets or HTTP", c -> c.getName().startsWith("java.net.http.")
                    || c.getName().matches("java\\.net\\.(Server)?Socket|java\\.net\\.(Http)?URLConnection"
                            + "|java\\.nio\\.channels\\.(Asynchronous)?(Server)?SocketChannel")));

    @ArchTest
    static final ArchRule ssh_client_lives_in_sftp = noClasses().that().resideOutsideOfPackage("sluice.transfer.sftp..")
            // key files of other Crypt4GH implementations may be locked with bcrypt-pbkdf, which only this library has
            .and().haveNameNotMatching("sluice\\.transfer\\.seal\\.KeyDerivation.*")
            .should().dependOnClassesThat().resideInAnyPackage("net.schmizz..", "com.hierynomus..");

    @ArchTest
    static final ArchRule ssh_server_lives_in_the_demo = noClasses().that().resideOutsideOfPackage("sluice.app.demo..")
            .should().dependOnClassesThat().resideInAnyPackage("org.apache.sshd..");

    @ArchTest
    static final ArchRule dicom_toolkit_has_four_homes = noClasses()
            .that().resideOutsideOfPackages("sluice.viewer.dicom..", "sluice.viewer.annotation..", "sluice.app.deid..",
                    "sluice.transfer.dimse..")
            .and().doNotHaveFullyQualifiedName("sluice.viewer.codec.ImageFormat")
            .should().dependOnClassesThat().resideInAnyPackage("org.aoju..")
            .because("moving to another toolkit must stay a change of imports in few places; the image format of a codec is"
                    + " read from a data set in one of them");

    @ArchTest
    static final ArchRule standard_streams_belong_to_the_command_line = noClasses()
            .that().resideOutsideOfPackages("sluice.app.cli..", "sluice.app")
            .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
            .orShould().callMethod(System.class, "exit", int.class)
            .orShould().callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule threads_are_made_in_stated_places = noClasses()
            .that().resideOutsideOfPackages("sluice.app.job..", "sluice.transfer.queue..", "sluice.viewer.render..",
                    "sluice.transfer.seal..")
            .should().callConstructor(Thread.class).orShould(callConstructorOfThread())
            .orShould().dependOnClassesThat(named("executors and pools", c -> c.getName().equals("java.util.concurrent.Executors")
                    || c.getName().equals("java.util.concurrent.ForkJoinPool")
                    || c.getName().equals("java.util.concurrent.ThreadPoolExecutor")));

    @ArchTest
    static final ArchRule no_weak_randomness = noClasses().should().dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould().callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule deid_is_pure = noClasses().that().resideInAPackage("sluice.app.deid..")
            .should().callMethod(System.class, "currentTimeMillis").orShould().callMethod(System.class, "nanoTime")
            .orShould().callMethod(java.time.Instant.class, "now")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.security.SecureRandom")
            .because("the same input, recipe and secret must give the same bytes");

    @ArchTest
    static final ArchRule deid_digests_are_keyed = noClasses().that().resideInAPackage("sluice.app.deid..")
            .and().doNotHaveFullyQualifiedName("sluice.app.deid.recipe.Recipe")
            // MD5 is what EUCAIM's own anonymiser uses; recipes choose it only to agree with sites that have that tool
            .and().doNotHaveFullyQualifiedName("sluice.app.deid.pseudonym.EucaimScheme")
            .should().dependOnClassesThat().haveFullyQualifiedName("java.security.MessageDigest")
            .because("an unkeyed digest of an identifier is found by enumeration; only recipes are digested plainly, and what must agree with another tool");

    @ArchTest
    static final ArchRule nobody_trusts_everybody = noClasses().should().dependOnClassesThat()
            .haveFullyQualifiedName("net.schmizz.sshj.transport.verification.PromiscuousVerifier")
            .orShould().implement(javax.net.ssl.X509TrustManager.class)
            .orShould().implement(javax.net.ssl.HostnameVerifier.class);

    @ArchTest
    static final ArchRule no_mutable_statics = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule constructors_take_at_most_seven = ArchRuleDefinition.constructors()
            .that().areDeclaredInClassesThat(named("classes, not values", c -> !c.isRecord() && !c.isEnum()))
            .should(new ArchCondition<>("take at most 7 parameters") {
                @Override
                public void check(com.tngtech.archunit.core.domain.JavaConstructor c, ConditionEvents events) {
                    if (c.getRawParameterTypes().size() > 7 && !c.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                        events.add(SimpleConditionEvent.violated(c, c.getFullName() + " takes "
                                + c.getRawParameterTypes().size()));
                    }
                }
            });

    private static ArchCondition<JavaClass> callConstructorOfThread() {
        return new ArchCondition<>("start a thread by an executor service") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isEquivalentTo(Thread.class)
                                && call.getName().equals("start"))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
            }
        };
    }

    private static DescribedPredicate<JavaClass> named(String what, java.util.function.Predicate<JavaClass> test) {
        return DescribedPredicate.describe(what, test);
    }
}
