package sluice.app.deid.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.app.deid.table.ProfileOption;

/** Loader and schema say the same of every sample. */
class RecipeSchemaTest {

    private static final String HEAD = "{'format':'sluice-recipe/2','name':'site','version':'1',";

    private final ObjectMapper json = new ObjectMapper();
    private final JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Recipes.schema());

    private static String text(String sample) {
        return (sample.startsWith("{") ? sample : HEAD + sample + "}").replace('\'', '"');
    }

    private boolean bySchema(String sample) throws IOException {
        return schema.validate(json.readTree(text(sample))).isEmpty();
    }

    private static boolean byLoader(String sample) throws IOException {
        try {
            Recipes.read(new ByteArrayInputStream(text(sample).getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (RecipeException e) {
            assertTrue(e.getMessage().length() > 10, e::getMessage);
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'options':[]", "'description':'x','options':['retainUids','cleanPixelData']",
        "'options':['cleanRecognizableVisualFeatures']", "'options':['retainLongitudinalFullDates']",
        "'options':['retainLongitudinalFullDates'],'dates':{'mode':'keep'}", "'dates':{'mode':'remove'}", "'dates':{}",
        "'options':['retainLongitudinalModifiedDates'],'dates':{'maximumDays':30,'shiftTimes':true}",
        "'options':['retainLongitudinalModifiedDates'],'dates':{'mode':'month'}",
        "'options':['retainLongitudinalModifiedDates'],'dates':{'mode':'shift','maximumDays':36500}",
        "'pseudonyms':{'scheme':'keyed','patientPrefix':'A-'}", "'pseudonyms':{'scheme':'eucaim-md5'}", "'pseudonyms':{}",
        "'options':['cleanPixelData'],'pixels':{'regionRules':false,'text':true,'tesseract':'never'}",
        "'options':['cleanPixelData'],'pixels':{'look':'where-expected'}",
        "'options':['cleanPixelData'],'pixels':{'regions':[]}",
        "'options':['cleanPixelData'],'pixels':{'regions':[{'when':{'rows':512},'boxes':[[0,0,512,40]]}]}",
        "'options':['cleanPixelData'],'pixels':{'regions':[{'when':{'manufacturer':'acme','model':'X 1','modality':['CT','MR'],'sopClass':['1.2'],'softwareVersions':'v2','imageType':'SCREEN','rows':1,'columns':65535},'boxes':[[0,0,1,1],[65535,65535,65535,65535]]}]}",
        "'documents':'remove'", "'ages':{'cap':80}", "'options':['retainPatientCharacteristics'],'ages':{'derive':true}",
        "'ages':{'derive':false}", "'overrides':[]", "'overrides':[{'tag':'0008,103E','action':'X'}]",
        "'overrides':[{'tag':'(60xx,3000)','action':'K'}]", "'overrides':[{'tag':'0010,0030','action':'monthAndYear'}]",
        "'overrides':[{'tag':'0018,0015','action':'replace','value':'CHEST'}]",
        "'overrides':[{'tag':'0019,xx0c','creator':'SIEMENS MR HEADER','action':'K'}]",
        "'overrides':[{'creator':'GEMS_PARM_01','action':'X','when':{'modality':['MR','CT'],'manufacturer':'ge'}}]",
        "'overrides':[{'tag':'0008,103E','action':'C','when':{'sopClass':['1.2.840.10008.5.1.4.1.1.2']}}]"})
    void bothAccept(String sample) throws IOException {
        assertTrue(byLoader(sample), sample);
        assertTrue(bySchema(sample), () -> sample + schemaMessages(sample));
    }

    private String schemaMessages(String sample) {
        try {
            return schema.validate(json.readTree(text(sample))).toString();
        } catch (IOException e) {
            return e.toString();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'format':'sluice-recipe/3','name':'a','version':'1'}", "{'format':'sluice-recipe/2','name':'a'}",
        "{'format':'sluice-recipe/2','version':'1'}", "{'format':'sluice-recipe/2','name':'A b','version':'1'}",
        "'patientPrefix':'SL-'", "'option':[]", "'options':['x']", "'options':'retainUids'",
        "'options':['retainUids','retainUids']", "'options':['retainLongitudinalFullDates','retainLongitudinalModifiedDates']",
        "'dates':{'mode':'keep'}", "'dates':{'mode':'shift'}", "'dates':{'mode':'month'}", "'dates':{'maximumDays':10}",
        "'dates':{'shiftTimes':false}", "'dates':'shift'", "'dates':{'days':1}",
        "'options':['retainLongitudinalFullDates'],'dates':{'mode':'shift'}",
        "'options':['retainLongitudinalFullDates'],'dates':{'mode':'remove'}",
        "'options':['retainLongitudinalFullDates'],'dates':{'maximumDays':3}",
        "'options':['retainLongitudinalModifiedDates'],'dates':{'mode':'keep'}",
        "'options':['retainLongitudinalModifiedDates'],'dates':{'mode':'remove'}",
        "'options':['retainLongitudinalModifiedDates'],'dates':{'mode':'month','maximumDays':3}",
        "'options':['retainLongitudinalModifiedDates'],'dates':{'maximumDays':0}",
        "'options':['retainLongitudinalModifiedDates'],'dates':{'maximumDays':1.5}",
        "'options':['retainLongitudinalModifiedDates'],'dates':{'shiftTimes':'yes'}",
        "'pseudonyms':{'scheme':'md5'}", "'pseudonyms':{'patientPrefix':'a b'}",
        "'pseudonyms':{'scheme':'eucaim-md5','patientPrefix':'X'}", "'pixels':{}", "'options':['cleanPixelData'],'pixels':{'ocr':true}",
        "'options':['cleanPixelData'],'pixels':{'look':'sometimes'}", "'options':['cleanPixelData'],'pixels':{'tesseract':true}", "'documents':'keep'", "'ages':{'cap':0}", "'ages':{'cap':'89'}",
        "'ages':{'derive':true}", "'ages':{'floor':18}", "'overrides':{}", "'overrides':[{'action':'X'}]",
        "'overrides':[{'tag':'0008,103E'}]", "'overrides':[{'tag':'0008,103E','action':'X/Z'}]",
        "'overrides':[{'tag':'8,103E','action':'X'}]", "'overrides':[{'tag':'0002,0010','action':'X'}]",
        "'overrides':[{'tag':'0009,1010','action':'X'}]", "'overrides':[{'tag':'0009,1010','creator':'A','action':'X'}]",
        "'overrides':[{'tag':'0008,xx10','creator':'A','action':'X'}]", "'overrides':[{'creator':'','action':'X'}]",
        "'overrides':[{'creator':'A','action':'replace','value':'x'}]", "'overrides':[{'creator':'A','action':'monthAndYear'}]",
        "'overrides':[{'tag':'0008,103E','action':'replace'}]", "'overrides':[{'tag':'0008,103E','action':'X','value':'x'}]",
        "'overrides':[{'tag':'60xx,3000','action':'replace','value':'x'}]",
        "'overrides':[{'tag':'0008,103E','action':'X','when':{}}]", "'overrides':[{'tag':'0008,103E','action':'X','when':{'model':'x'}}]",
        "'overrides':[{'tag':'0008,103E','action':'X','when':{'modality':[]}}]",
        "'overrides':[{'tag':'0008,103E','action':'X','when':{'modality':['ct']}}]",
        "'options':['cleanPixelData'],'pixels':{'regions':{}}",
        "'options':['cleanPixelData'],'pixels':{'regions':[1]}",
        "'options':['cleanPixelData'],'pixels':{'regions':[{}]}",
        "'options':['cleanPixelData'],'pixels':{'regions':[{'when':{'rows':512}}]}",
        "'options':['cleanPixelData'],'pixels':{'regions':[{'boxes':[[0,0,1,1]]}]}",
        "'options':['cleanPixelData'],'pixels':{'regions':[{'when':{},'boxes':[[0,0,1,1]]}]}",
        "'options':['cleanPixelData'],'pixels':{'regions':[{'when':{'rows':512},'boxes':[]}]}",
        "'options':['cleanPixelData'],'pixels':{'regions':[{'when':{'rows':512},'boxes':[[0,0,1]]}]}",
        "'options':['cleanPixelData'],'pixels':{'regions':[{'when':{'rows':512},'boxes':[[0,0,1,1,1]]}]}",
        "'options':['cleanPixelData'],'pixels':{'regions':[{'when':{'rows':512},'boxes':[[0,0,0,1]]}]}",
        "'options':['cleanPixelData'],'pixels':{'regions':[{'when':{'rows':512},'boxes':[[-1,0,1,1]]}]}",
        "'options':['cleanPixelData'],'pixels':{'regions':[{'when':{'rows':512},'boxes':[[0,0,1,1.5]]}]}",
        "'options':['cleanPixelData'],'pixels':{'regions':[{'when':{'rows':512},'boxes':[0,0,1,1]}]}",
        "'options':['cleanPixelData'],'pixels':{'regions':[{'when':{'rows':'512'},'boxes':[[0,0,1,1]]}]}",
        "'options':['cleanPixelData'],'pixels':{'regions':[{'when':{'model':''},'boxes':[[0,0,1,1]]}]}",
        "'options':['cleanPixelData'],'pixels':{'regions':[{'when':{'modality':'CT'},'boxes':[[0,0,1,1]]}]}",
        "'options':['cleanPixelData'],'pixels':{'regions':[{'when':{'modality':[]},'boxes':[[0,0,1,1]]}]}",
        "'options':['cleanPixelData'],'pixels':{'regions':[{'when':{'patient':'x'},'boxes':[[0,0,1,1]]}]}",
        "'options':['cleanPixelData'],'pixels':{'regions':[{'when':{'rows':512},'boxes':[[0,0,1,1]],'why':'x'}]}",
        "'pixels':{'regions':[]}", "'overrides':[{'tag':'0008,103E','action':'X','comment':'x'}]"})
    void bothRefuse(String sample) throws IOException {
        assertEquals(List.of(false, false), List.of(byLoader(sample), bySchema(sample)), sample);
    }

    /** What needs the data dictionary is the loader's alone. */
    @ParameterizedTest
    @ValueSource(strings = {"'overrides':[{'tag':'0008,103F','action':'replace','value':'x'}]",
        "'overrides':[{'tag':'0010,0030','action':'replace','value':'1950'}]",
        "'overrides':[{'tag':'0018,0015','action':'replace','value':'chest'}]",
        "'overrides':[{'tag':'0028,0010','action':'replace','value':'512'}]", "'overrides':[{'tag':'0028,0010','action':'X'}]",
        "'overrides':[{'tag':'0008,0016','action':'U'}]", "'overrides':[{'tag':'0020,000D','action':'Z'}]",
        "'overrides':[{'tag':'0010,0010','action':'monthAndYear'}]"})
    void theLoaderKnowsAttributesAsWell(String sample) throws IOException {
        assertEquals(List.of(false, true), List.of(byLoader(sample), bySchema(sample)), sample);
    }

    @Test
    void shippedRecipesAreValidAndNamedAsTheirFiles() throws Exception {
        for (String name : Recipes.names()) {
            assertTrue(schema.validate(json.readTree(Recipes.source(name))).isEmpty(), name);
            assertEquals(name, Recipes.named(name).name());
        }
    }

    @Test
    void theSchemaNamesEveryOption() throws IOException {
        List<String> keys = Arrays.stream(ProfileOption.values()).map(ProfileOption::key).toList();
        Map<?, ?> document = json.readValue(Recipes.schema(), Map.class);
        Map<?, ?> options = (Map<?, ?>) ((Map<?, ?>) document.get("properties")).get("options");
        assertEquals(keys, ((Map<?, ?>) options.get("items")).get("enum"));
    }

    @Test
    void bothFormatsOfOneContentHaveOneDigest() throws Exception {
        String first = "{'format':'sluice-recipe/1','name':'site','version':'1','patientPrefix':'S-',"
                + "'overrides':[{'tag':'0008,0070','action':'X'}]}";
        String second = HEAD + "'pseudonyms':{'patientPrefix':'S-'},'overrides':[{'tag':'0008,0070','action':'X'}]}";
        assertEquals(read(first).digest(), read(second).digest());
        assertTrue(read("'options':['cleanRecognizableVisualFeatures']").hindrance().isPresent());
        assertTrue(read("'options':['cleanDescriptors']").hindrance().isEmpty());
    }

    private static Recipe read(String sample) throws IOException, RecipeException {
        return Recipes.read(new ByteArrayInputStream(text(sample).getBytes(StandardCharsets.UTF_8)));
    }
}
