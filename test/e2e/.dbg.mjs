import { startBrowser } from './start-browser.mjs';
import { startSite, htmlPage } from './start-site.mjs';
const s=await startSite(); const b=await startBrowser(); const p=await b.newPage(); p.on('console',m=>console.log(m.text()));
for (const head of ['<meta property="og:type" content="product"><meta property="og:title" content="T"><meta property="product:price:amount" content="12.5"><meta property="product:price:currency" content="EUR"><meta property="product:retailer_item_id" content="x1">','<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"a<b","sku":"<b>","offers":{"@type":"Offer","price":12.5,"priceCurrency":"EUR"}}</script>']) {
s.pages.set('/p',htmlPage('<h1>T</h1><cue-wishlist-button></cue-wishlist-button>',{head}));
await p.goto(s.url+'/p'); await p.waitForTimeout(1500); console.log(await p.evaluate(()=>document.querySelector('cue-wishlist-button').shadowRoot.querySelector('button').outerHTML.slice(0,200)));}
await b.close(); await s.stop();
