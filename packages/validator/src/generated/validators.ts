// Made by Shapegate (emitter: validator). Do not edit: change the model and generate again.
// From model/bedrock/access.smithy model/bedrock/data-source.smithy model/bedrock/endpoint.smithy
//   model/bedrock/error.smithy model/bedrock/import.policy.smithy model/bedrock/imported-model.smithy
//   model/bedrock/list-page.smithy model/bedrock/model-import-job.smithy model/bedrock/service.smithy
//   model/bedrock/tag.smithy model/bedrock/vpc-config.smithy model/shapegate/arn.smithy
//   model/shapegate/character-class.smithy model/shapegate/kms.smithy model/shapegate/member-hints.smithy
//   model/shapegate/name.smithy model/shapegate/operation.smithy model/shapegate/s3.smithy
//   model/shapegate/tags.smithy model/shapegate/token.smithy model/shapegate/vpc.smithy
// @ts-nocheck
import { type StructureValidator, addErrors, countCodePoints, formats } from '@shapegate/validator/runtime';
const schema7 = {"properties":{"clientRequestToken":1,"importedModelKmsKeyId":1,"importedModelName":1,"importedModelTags":1,"jobName":1,"jobTags":1,"modelDataSource":1,"roleArn":1,"vpcConfig":1}};
const func0 = Object.prototype.hasOwnProperty;
const func51 = countCodePoints;
const pattern0 = new RegExp("^[a-zA-Z0-9]([-a-zA-Z0-9]{0,254}[a-zA-Z0-9])?$", "u");
const pattern1 = new RegExp("^(?:(arn:aws(-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:((key/[a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+)))|([a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+))$", "u");
const pattern2 = new RegExp("^([0-9a-zA-Z][_-]?)+$", "u");
const pattern5 = new RegExp("^[0-9A-Za-z][+\\-.0-9A-Za-z]*$", "u");
const pattern7 = new RegExp("^arn:aws(-[^:]+)?:iam::([0-9]{12})?:role/.+$", "u");
const pattern3 = new RegExp("^[a-zA-Z0-9\\s._:/=+@-]*$", "u");

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.key === undefined) || (!(func0.call(data, "key")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.value === undefined) || (!(func0.call(data, "value")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "value"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((key0 === "key") || (key0 === "value"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.key !== undefined && func0.call(data, "key")){
let data0 = data.key;
if(typeof data0 === "string"){
if(func51(data0) > 128){
const err3 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(func51(data0) < 1){
const err4 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern3.test(data0)){
const err5 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9\\s._:/=+@-]*$"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.value !== undefined && func0.call(data, "value")){
let data1 = data.value;
if(typeof data1 === "string"){
if(func51(data1) > 256){
const err7 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern3.test(data1)){
const err8 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9\\s._:/=+@-]*$"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}

const pattern6 = new RegExp("^s3://[a-z0-9][-.a-z0-9]{1,61}[a-z0-9](?:/[-!_*'().a-z0-9A-Z]+(?:/[-!_*'().a-z0-9A-Z]+)*)?/?$", "u");

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.s3Uri === undefined) || (!(func0.call(data, "s3Uri")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "s3Uri"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(key0 === "s3Uri")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.s3Uri !== undefined && func0.call(data, "s3Uri")){
let data0 = data.s3Uri;
if(typeof data0 === "string"){
if(func51(data0) > 1024){
const err2 = {instancePath:instancePath+"/s3Uri",schemaPath:"#/properties/s3Uri/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(func51(data0) < 1){
const err3 = {instancePath:instancePath+"/s3Uri",schemaPath:"#/properties/s3Uri/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern6.test(data0)){
const err4 = {instancePath:instancePath+"/s3Uri",schemaPath:"#/properties/s3Uri/pattern",keyword:"pattern",params:{pattern: "^s3://[a-z0-9][-.a-z0-9]{1,61}[a-z0-9](?:/[-!_*'().a-z0-9A-Z]+(?:/[-!_*'().a-z0-9A-Z]+)*)?/?$"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/s3Uri",schemaPath:"#/properties/s3Uri/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length > 1){
const err0 = {instancePath,schemaPath:"#/maxProperties",keyword:"maxProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Object.keys(data).length < 1){
const err1 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(key0 === "s3DataSource")){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.s3DataSource !== undefined && func0.call(data, "s3DataSource")){
if(!(validate27(data.s3DataSource, {instancePath:instancePath+"/s3DataSource",parentData:data,parentDataProperty:"s3DataSource",rootData}))){
vErrors = addErrors(vErrors, validate27.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}

const pattern8 = new RegExp("^[-0-9a-zA-Z]+$", "u");

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.securityGroupIds === undefined) || (!(func0.call(data, "securityGroupIds")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "securityGroupIds"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.subnetIds === undefined) || (!(func0.call(data, "subnetIds")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "subnetIds"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((key0 === "securityGroupIds") || (key0 === "subnetIds"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.securityGroupIds !== undefined && func0.call(data, "securityGroupIds")){
let data0 = data.securityGroupIds;
if(Array.isArray(data0)){
if(data0.length > 5){
const err3 = {instancePath:instancePath+"/securityGroupIds",schemaPath:"#/properties/securityGroupIds/maxItems",keyword:"maxItems",params:{limit: 5}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0.length < 1){
const err4 = {instancePath:instancePath+"/securityGroupIds",schemaPath:"#/properties/securityGroupIds/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(func51(data1) > 32){
const err5 = {instancePath:instancePath+"/securityGroupIds/" + i0,schemaPath:"#/properties/securityGroupIds/items/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern8.test(data1)){
const err6 = {instancePath:instancePath+"/securityGroupIds/" + i0,schemaPath:"#/properties/securityGroupIds/items/pattern",keyword:"pattern",params:{pattern: "^[-0-9a-zA-Z]+$"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/securityGroupIds/" + i0,schemaPath:"#/properties/securityGroupIds/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/securityGroupIds",schemaPath:"#/properties/securityGroupIds/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.subnetIds !== undefined && func0.call(data, "subnetIds")){
let data2 = data.subnetIds;
if(Array.isArray(data2)){
if(data2.length > 16){
const err9 = {instancePath:instancePath+"/subnetIds",schemaPath:"#/properties/subnetIds/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2.length < 1){
const err10 = {instancePath:instancePath+"/subnetIds",schemaPath:"#/properties/subnetIds/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(typeof data3 === "string"){
if(func51(data3) > 32){
const err11 = {instancePath:instancePath+"/subnetIds/" + i1,schemaPath:"#/properties/subnetIds/items/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern8.test(data3)){
const err12 = {instancePath:instancePath+"/subnetIds/" + i1,schemaPath:"#/properties/subnetIds/items/pattern",keyword:"pattern",params:{pattern: "^[-0-9a-zA-Z]+$"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/subnetIds/" + i1,schemaPath:"#/properties/subnetIds/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/subnetIds",schemaPath:"#/properties/subnetIds/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.importedModelName === undefined) || (!(func0.call(data, "importedModelName")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "importedModelName"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.jobName === undefined) || (!(func0.call(data, "jobName")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "jobName"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.modelDataSource === undefined) || (!(func0.call(data, "modelDataSource")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "modelDataSource"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.roleArn === undefined) || (!(func0.call(data, "roleArn")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "roleArn"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema7.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.clientRequestToken !== undefined && func0.call(data, "clientRequestToken")){
let data0 = data.clientRequestToken;
if(typeof data0 === "string"){
if(func51(data0) > 256){
const err5 = {instancePath:instancePath+"/clientRequestToken",schemaPath:"#/properties/clientRequestToken/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(func51(data0) < 1){
const err6 = {instancePath:instancePath+"/clientRequestToken",schemaPath:"#/properties/clientRequestToken/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern0.test(data0)){
const err7 = {instancePath:instancePath+"/clientRequestToken",schemaPath:"#/properties/clientRequestToken/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9]([-a-zA-Z0-9]{0,254}[a-zA-Z0-9])?$"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/clientRequestToken",schemaPath:"#/properties/clientRequestToken/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.importedModelKmsKeyId !== undefined && func0.call(data, "importedModelKmsKeyId")){
let data1 = data.importedModelKmsKeyId;
if(typeof data1 === "string"){
if(func51(data1) > 2048){
const err9 = {instancePath:instancePath+"/importedModelKmsKeyId",schemaPath:"#/properties/importedModelKmsKeyId/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func51(data1) < 1){
const err10 = {instancePath:instancePath+"/importedModelKmsKeyId",schemaPath:"#/properties/importedModelKmsKeyId/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern1.test(data1)){
const err11 = {instancePath:instancePath+"/importedModelKmsKeyId",schemaPath:"#/properties/importedModelKmsKeyId/pattern",keyword:"pattern",params:{pattern: "^(?:(arn:aws(-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:((key/[a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+)))|([a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+))$"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/importedModelKmsKeyId",schemaPath:"#/properties/importedModelKmsKeyId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.importedModelName !== undefined && func0.call(data, "importedModelName")){
let data2 = data.importedModelName;
if(typeof data2 === "string"){
if(func51(data2) > 63){
const err13 = {instancePath:instancePath+"/importedModelName",schemaPath:"#/properties/importedModelName/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(func51(data2) < 1){
const err14 = {instancePath:instancePath+"/importedModelName",schemaPath:"#/properties/importedModelName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!pattern2.test(data2)){
const err15 = {instancePath:instancePath+"/importedModelName",schemaPath:"#/properties/importedModelName/pattern",keyword:"pattern",params:{pattern: "^([0-9a-zA-Z][_-]?)+$"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/importedModelName",schemaPath:"#/properties/importedModelName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.importedModelTags !== undefined && func0.call(data, "importedModelTags")){
let data3 = data.importedModelTags;
if(Array.isArray(data3)){
if(data3.length > 200){
const err17 = {instancePath:instancePath+"/importedModelTags",schemaPath:"#/properties/importedModelTags/maxItems",keyword:"maxItems",params:{limit: 200}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate23(data3[i0], {instancePath:instancePath+"/importedModelTags/" + i0,parentData:data3,parentDataProperty:i0,rootData}))){
vErrors = addErrors(vErrors, validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err18 = {instancePath:instancePath+"/importedModelTags",schemaPath:"#/properties/importedModelTags/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.jobName !== undefined && func0.call(data, "jobName")){
let data5 = data.jobName;
if(typeof data5 === "string"){
if(func51(data5) > 63){
const err19 = {instancePath:instancePath+"/jobName",schemaPath:"#/properties/jobName/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(func51(data5) < 1){
const err20 = {instancePath:instancePath+"/jobName",schemaPath:"#/properties/jobName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!pattern5.test(data5)){
const err21 = {instancePath:instancePath+"/jobName",schemaPath:"#/properties/jobName/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Za-z][+\\-.0-9A-Za-z]*$"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/jobName",schemaPath:"#/properties/jobName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.jobTags !== undefined && func0.call(data, "jobTags")){
let data6 = data.jobTags;
if(Array.isArray(data6)){
if(data6.length > 200){
const err23 = {instancePath:instancePath+"/jobTags",schemaPath:"#/properties/jobTags/maxItems",keyword:"maxItems",params:{limit: 200}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
if(!(validate23(data6[i1], {instancePath:instancePath+"/jobTags/" + i1,parentData:data6,parentDataProperty:i1,rootData}))){
vErrors = addErrors(vErrors, validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err24 = {instancePath:instancePath+"/jobTags",schemaPath:"#/properties/jobTags/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.modelDataSource !== undefined && func0.call(data, "modelDataSource")){
if(!(validate26(data.modelDataSource, {instancePath:instancePath+"/modelDataSource",parentData:data,parentDataProperty:"modelDataSource",rootData}))){
vErrors = addErrors(vErrors, validate26.errors);
errors = vErrors.length;
}
}
if(data.roleArn !== undefined && func0.call(data, "roleArn")){
let data9 = data.roleArn;
if(typeof data9 === "string"){
if(func51(data9) > 2048){
const err25 = {instancePath:instancePath+"/roleArn",schemaPath:"#/properties/roleArn/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!pattern7.test(data9)){
const err26 = {instancePath:instancePath+"/roleArn",schemaPath:"#/properties/roleArn/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-[^:]+)?:iam::([0-9]{12})?:role/.+$"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/roleArn",schemaPath:"#/properties/roleArn/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.vpcConfig !== undefined && func0.call(data, "vpcConfig")){
if(!(validate30(data.vpcConfig, {instancePath:instancePath+"/vpcConfig",parentData:data,parentDataProperty:"vpcConfig",rootData}))){
vErrors = addErrors(vErrors, validate30.errors);
errors = vErrors.length;
}
}
}
else {
const err28 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

const pattern10 = new RegExp("^(?:(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:imported-model/[a-z0-9]{12})|(([0-9a-zA-Z][_-]?)+))$", "u");

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.modelIdentifier === undefined) || (!(func0.call(data, "modelIdentifier")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "modelIdentifier"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(key0 === "modelIdentifier")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.modelIdentifier !== undefined && func0.call(data, "modelIdentifier")){
let data0 = data.modelIdentifier;
if(typeof data0 === "string"){
if(func51(data0) > 1011){
const err2 = {instancePath:instancePath+"/modelIdentifier",schemaPath:"#/properties/modelIdentifier/maxLength",keyword:"maxLength",params:{limit: 1011}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(func51(data0) < 1){
const err3 = {instancePath:instancePath+"/modelIdentifier",schemaPath:"#/properties/modelIdentifier/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern10.test(data0)){
const err4 = {instancePath:instancePath+"/modelIdentifier",schemaPath:"#/properties/modelIdentifier/pattern",keyword:"pattern",params:{pattern: "^(?:(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:imported-model/[a-z0-9]{12})|(([0-9a-zA-Z][_-]?)+))$"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/modelIdentifier",schemaPath:"#/properties/modelIdentifier/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.modelIdentifier === undefined) || (!(func0.call(data, "modelIdentifier")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "modelIdentifier"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(key0 === "modelIdentifier")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.modelIdentifier !== undefined && func0.call(data, "modelIdentifier")){
let data0 = data.modelIdentifier;
if(typeof data0 === "string"){
if(func51(data0) > 1011){
const err2 = {instancePath:instancePath+"/modelIdentifier",schemaPath:"#/properties/modelIdentifier/maxLength",keyword:"maxLength",params:{limit: 1011}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(func51(data0) < 1){
const err3 = {instancePath:instancePath+"/modelIdentifier",schemaPath:"#/properties/modelIdentifier/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern10.test(data0)){
const err4 = {instancePath:instancePath+"/modelIdentifier",schemaPath:"#/properties/modelIdentifier/pattern",keyword:"pattern",params:{pattern: "^(?:(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:imported-model/[a-z0-9]{12})|(([0-9a-zA-Z][_-]?)+))$"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/modelIdentifier",schemaPath:"#/properties/modelIdentifier/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate33.errors = vErrors;
return errors === 0;
}

const pattern12 = new RegExp("^(?:arn:aws(?:-[^:]+)?:bedrock:[-0-9a-z]{1,20}:[0-9]{12}:model-import-job/[0-9a-z]{12}|[0-9A-Za-z][+\\-.0-9A-Za-z]*)$", "u");

function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.jobIdentifier === undefined) || (!(func0.call(data, "jobIdentifier")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "jobIdentifier"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(key0 === "jobIdentifier")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.jobIdentifier !== undefined && func0.call(data, "jobIdentifier")){
let data0 = data.jobIdentifier;
if(typeof data0 === "string"){
if(func51(data0) > 1011){
const err2 = {instancePath:instancePath+"/jobIdentifier",schemaPath:"#/properties/jobIdentifier/maxLength",keyword:"maxLength",params:{limit: 1011}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern12.test(data0)){
const err3 = {instancePath:instancePath+"/jobIdentifier",schemaPath:"#/properties/jobIdentifier/pattern",keyword:"pattern",params:{pattern: "^(?:arn:aws(?:-[^:]+)?:bedrock:[-0-9a-z]{1,20}:[0-9]{12}:model-import-job/[0-9a-z]{12}|[0-9A-Za-z][+\\-.0-9A-Za-z]*)$"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/jobIdentifier",schemaPath:"#/properties/jobIdentifier/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}

const schema15 = {"properties":{"creationTimeAfter":1,"creationTimeBefore":1,"maxResults":1,"nameContains":1,"nextToken":1,"sortBy":1,"sortOrder":1}};
const formats0 = formats["date-time"];
const pattern14 = new RegExp("^\\S*$", "u");

function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 of Object.keys(data)){
if(!(((((((key0 === "creationTimeAfter") || (key0 === "creationTimeBefore")) || (key0 === "maxResults")) || (key0 === "nameContains")) || (key0 === "nextToken")) || (key0 === "sortBy")) || (key0 === "sortOrder"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.creationTimeAfter !== undefined && func0.call(data, "creationTimeAfter")){
let data0 = data.creationTimeAfter;
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
const err1 = {instancePath:instancePath+"/creationTimeAfter",schemaPath:"#/properties/creationTimeAfter/format",keyword:"format",params:{format: "date-time"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/creationTimeAfter",schemaPath:"#/properties/creationTimeAfter/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.creationTimeBefore !== undefined && func0.call(data, "creationTimeBefore")){
let data1 = data.creationTimeBefore;
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
const err3 = {instancePath:instancePath+"/creationTimeBefore",schemaPath:"#/properties/creationTimeBefore/format",keyword:"format",params:{format: "date-time"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/creationTimeBefore",schemaPath:"#/properties/creationTimeBefore/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.maxResults !== undefined && func0.call(data, "maxResults")){
let data2 = data.maxResults;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err5 = {instancePath:instancePath+"/maxResults",schemaPath:"#/properties/maxResults/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1000 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/maxResults",schemaPath:"#/properties/maxResults/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/maxResults",schemaPath:"#/properties/maxResults/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.nameContains !== undefined && func0.call(data, "nameContains")){
let data3 = data.nameContains;
if(typeof data3 === "string"){
if(func51(data3) > 63){
const err8 = {instancePath:instancePath+"/nameContains",schemaPath:"#/properties/nameContains/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(func51(data3) < 1){
const err9 = {instancePath:instancePath+"/nameContains",schemaPath:"#/properties/nameContains/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern2.test(data3)){
const err10 = {instancePath:instancePath+"/nameContains",schemaPath:"#/properties/nameContains/pattern",keyword:"pattern",params:{pattern: "^([0-9a-zA-Z][_-]?)+$"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/nameContains",schemaPath:"#/properties/nameContains/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.nextToken !== undefined && func0.call(data, "nextToken")){
let data4 = data.nextToken;
if(typeof data4 === "string"){
if(func51(data4) > 2048){
const err12 = {instancePath:instancePath+"/nextToken",schemaPath:"#/properties/nextToken/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(func51(data4) < 1){
const err13 = {instancePath:instancePath+"/nextToken",schemaPath:"#/properties/nextToken/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!pattern14.test(data4)){
const err14 = {instancePath:instancePath+"/nextToken",schemaPath:"#/properties/nextToken/pattern",keyword:"pattern",params:{pattern: "^\\S*$"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/nextToken",schemaPath:"#/properties/nextToken/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.sortBy !== undefined && func0.call(data, "sortBy")){
let data5 = data.sortBy;
if(typeof data5 !== "string"){
const err16 = {instancePath:instancePath+"/sortBy",schemaPath:"#/properties/sortBy/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!(data5 === "CreationTime")){
const err17 = {instancePath:instancePath+"/sortBy",schemaPath:"#/properties/sortBy/enum",keyword:"enum",params:{allowedValues: schema15.properties.sortBy.enum}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.sortOrder !== undefined && func0.call(data, "sortOrder")){
let data6 = data.sortOrder;
if(typeof data6 !== "string"){
const err18 = {instancePath:instancePath+"/sortOrder",schemaPath:"#/properties/sortOrder/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!((data6 === "Ascending") || (data6 === "Descending"))){
const err19 = {instancePath:instancePath+"/sortOrder",schemaPath:"#/properties/sortOrder/enum",keyword:"enum",params:{allowedValues: schema15.properties.sortOrder.enum}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate35.errors = vErrors;
return errors === 0;
}

const schema16 = {"properties":{"creationTimeAfter":1,"creationTimeBefore":1,"maxResults":1,"nameContains":1,"nextToken":1,"sortBy":1,"sortOrder":1,"statusEquals":1}};

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 of Object.keys(data)){
if(!((((((((key0 === "creationTimeAfter") || (key0 === "creationTimeBefore")) || (key0 === "maxResults")) || (key0 === "nameContains")) || (key0 === "nextToken")) || (key0 === "sortBy")) || (key0 === "sortOrder")) || (key0 === "statusEquals"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.creationTimeAfter !== undefined && func0.call(data, "creationTimeAfter")){
let data0 = data.creationTimeAfter;
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
const err1 = {instancePath:instancePath+"/creationTimeAfter",schemaPath:"#/properties/creationTimeAfter/format",keyword:"format",params:{format: "date-time"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/creationTimeAfter",schemaPath:"#/properties/creationTimeAfter/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.creationTimeBefore !== undefined && func0.call(data, "creationTimeBefore")){
let data1 = data.creationTimeBefore;
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
const err3 = {instancePath:instancePath+"/creationTimeBefore",schemaPath:"#/properties/creationTimeBefore/format",keyword:"format",params:{format: "date-time"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/creationTimeBefore",schemaPath:"#/properties/creationTimeBefore/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.maxResults !== undefined && func0.call(data, "maxResults")){
let data2 = data.maxResults;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err5 = {instancePath:instancePath+"/maxResults",schemaPath:"#/properties/maxResults/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1000 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/maxResults",schemaPath:"#/properties/maxResults/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/maxResults",schemaPath:"#/properties/maxResults/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.nameContains !== undefined && func0.call(data, "nameContains")){
let data3 = data.nameContains;
if(typeof data3 === "string"){
if(func51(data3) > 63){
const err8 = {instancePath:instancePath+"/nameContains",schemaPath:"#/properties/nameContains/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(func51(data3) < 1){
const err9 = {instancePath:instancePath+"/nameContains",schemaPath:"#/properties/nameContains/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern5.test(data3)){
const err10 = {instancePath:instancePath+"/nameContains",schemaPath:"#/properties/nameContains/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Za-z][+\\-.0-9A-Za-z]*$"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/nameContains",schemaPath:"#/properties/nameContains/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.nextToken !== undefined && func0.call(data, "nextToken")){
let data4 = data.nextToken;
if(typeof data4 === "string"){
if(func51(data4) > 2048){
const err12 = {instancePath:instancePath+"/nextToken",schemaPath:"#/properties/nextToken/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(func51(data4) < 1){
const err13 = {instancePath:instancePath+"/nextToken",schemaPath:"#/properties/nextToken/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!pattern14.test(data4)){
const err14 = {instancePath:instancePath+"/nextToken",schemaPath:"#/properties/nextToken/pattern",keyword:"pattern",params:{pattern: "^\\S*$"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/nextToken",schemaPath:"#/properties/nextToken/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.sortBy !== undefined && func0.call(data, "sortBy")){
let data5 = data.sortBy;
if(typeof data5 !== "string"){
const err16 = {instancePath:instancePath+"/sortBy",schemaPath:"#/properties/sortBy/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!(data5 === "CreationTime")){
const err17 = {instancePath:instancePath+"/sortBy",schemaPath:"#/properties/sortBy/enum",keyword:"enum",params:{allowedValues: schema16.properties.sortBy.enum}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.sortOrder !== undefined && func0.call(data, "sortOrder")){
let data6 = data.sortOrder;
if(typeof data6 !== "string"){
const err18 = {instancePath:instancePath+"/sortOrder",schemaPath:"#/properties/sortOrder/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!((data6 === "Ascending") || (data6 === "Descending"))){
const err19 = {instancePath:instancePath+"/sortOrder",schemaPath:"#/properties/sortOrder/enum",keyword:"enum",params:{allowedValues: schema16.properties.sortOrder.enum}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.statusEquals !== undefined && func0.call(data, "statusEquals")){
let data7 = data.statusEquals;
if(typeof data7 !== "string"){
const err20 = {instancePath:instancePath+"/statusEquals",schemaPath:"#/properties/statusEquals/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!(((data7 === "Completed") || (data7 === "Failed")) || (data7 === "InProgress"))){
const err21 = {instancePath:instancePath+"/statusEquals",schemaPath:"#/properties/statusEquals/enum",keyword:"enum",params:{allowedValues: schema16.properties.statusEquals.enum}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}

/** Check an operation's input against the model's own constraints, by operation name. */
export const validators: { readonly [operation: string]: StructureValidator } = {
  CreateModelImportJob: validate22,
  DeleteImportedModel: validate32,
  GetImportedModel: validate33,
  GetModelImportJob: validate34,
  ListImportedModels: validate35,
  ListModelImportJobs: validate36,
};
