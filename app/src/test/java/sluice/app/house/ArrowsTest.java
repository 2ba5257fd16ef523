package sluice.app.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which room may know which: the arrows of the house. */
@AnalyzeClasses(packages = "sluice", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArrowsTest {

    @ArchTest
    static final ArchRule viewer_knows_only_itself = noClasses().that().resideInAPackage("sluice.viewer..")
            .should().dependOnClassesThat().resideInAnyPackage("sluice.app..", "sluice.transfer..")
            .because("the two libraries share only the JDK, so that each can be used without the other");

    @ArchTest
    static final ArchRule transfer_knows_only_itself = noClasses().that().resideInAPackage("sluice.transfer..")
            .should().dependOnClassesThat().resideInAnyPackage("sluice.app..", "sluice.viewer..")
            .because("the two libraries share only the JDK, so that each can be used without the other");

    @ArchTest
    static final ArchRule no_cycles_in_viewer = slices().matching("sluice.viewer.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_cycles_in_transfer = slices().matching("sluice.transfer.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_cycles_in_app = slices().matching("sluice.app.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_cycles_between_single_packages = slices().matching("sluice.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule volume_knows_what_files_hold = noClasses().that().resideInAPackage("sluice.viewer.volume..")
            .should().dependOnClassesThat(resideInAPackage("sluice..").and(not(resideInAnyPackage("sluice.viewer.volume..",
                    "sluice.viewer.dicom..", "sluice.viewer.codec..", "sluice.viewer.nifti..", "sluice.viewer.geometry.."))));

    @ArchTest
    static final ArchRule files_know_nothing_of_volumes = noClasses().that().resideInAnyPackage("sluice.viewer.dicom..",
            "sluice.viewer.codec..", "sluice.viewer.nifti..", "sluice.viewer.geometry..")
            .should().dependOnClassesThat().resideInAPackage("sluice.viewer.volume..");

    @ArchTest
    static final ArchRule audit_is_pure = app("audit");

    @ArchTest
    static final ArchRule job_is_pure = app("job");

    @ArchTest
    static final ArchRule settings_is_pure = app("settings");

    @ArchTest
    static final ArchRule catalogue_knows_audit = app("catalogue", "sluice.app.audit..");

    @ArchTest
    static final ArchRule intake_knows_images_and_catalogue =
            app("intake", "sluice.viewer..", "sluice.app.catalogue..", "sluice.app.audit..", "sluice.app.job..");

    @ArchTest
    static final ArchRule deid_knows_images = app("deid", "sluice.viewer..");

    @ArchTest
    static final ArchRule qc_knows_images_rules_and_catalogue =
            app("qc", "sluice.viewer..", "sluice.app.deid..", "sluice.app.catalogue..");

    @ArchTest
    static final ArchRule release_knows_transfer_and_catalogue =
            app("release", "sluice.transfer..", "sluice.app.catalogue..", "sluice.app.audit..", "sluice.app.job..",
                    "sluice.app.settings..");

    @ArchTest
    static final ArchRule transfer_is_known_in_few_rooms = noClasses()
            .that().resideInAPackage("sluice.app..")
            .and().resideOutsideOfPackages("sluice.app", "sluice.app.release..", "sluice.app.curation..", "sluice.app.demo..")
            .should().dependOnClassesThat().resideInAPackage("sluice.transfer..");

    @ArchTest
    static final ArchRule cli_uses_the_use_cases = noClasses().that().resideInAPackage("sluice.app.cli..")
            .should().dependOnClassesThat(resideInAnyPackage("sluice.app.catalogue..", "sluice.app.intake..",
                    "sluice.app.deid..", "sluice.app.qc..", "sluice.app.release..", "sluice.viewer..", "sluice.transfer.."))
            .because("the window and the command line go through the same door, app.curation");

    @ArchTest
    static final ArchRule connectors_do_not_know_each_other = slices()
            .matching("sluice.transfer.(sftp|folder|webdav|stow|xnat|dimse|tsd)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule nothing_reaches_into_the_entry_point = noClasses()
            .that(resideInAPackage("sluice..").and(resideOutsideOfEntryPoint()))
            .should().dependOnClassesThat().resideInAPackage("sluice.app")
            .because("only Main and Composition live there");

    @ArchTest
    static final ArchRule every_class_lives_in_a_known_module = classes().should()
            .resideInAnyPackage("sluice.viewer..", "sluice.transfer..", "sluice.app..");

    /** A package of the application that may know, besides the JDK and third-party libraries, only these rooms. */
    private static ArchRule app(String name, String... allowed) {
        String self = "sluice.app." + name + "..";
        return noClasses().that().resideInAPackage(self).should()
                .dependOnClassesThat(resideInAPackage("sluice..").and(
                        not(resideInAnyPackage(self))
                                .and(not(resideInAnyPackage(allowed)))));
    }

    private static DescribedPredicate<JavaClass> resideOutsideOfEntryPoint() {
        return not(resideInAPackage("sluice.app"));
    }
}
